package org.sparknmf.app.command;

import java.io.PrintStream;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.app.terminal.Look;
import picocli.CommandLine.ParseResult;

/**
 * What a command works with.
 *
 * @param settings the values of all settings
 * @param arguments its command line, for what is no setting
 * @param verbose whether Spark's log and stack traces are wanted
 * @param json whether results are wanted as JSON
 * @param out for results alone
 * @param look how results for people look
 * @param console for everything else
 * @param interruption what becomes of it when a signal comes
 * @param phases how long its phases take
 */
public record CommandContext(
    ResolvedSettings settings,
    ParseResult arguments,
    boolean verbose,
    boolean json,
    PrintStream out,
    Look look,
    Console console,
    Interruption interruption,
    Phases phases) {

  /** This context with other settings. */
  public CommandContext with(ResolvedSettings others) {
    return new CommandContext(
        others, arguments, verbose, json, out, look, console, interruption, phases);
  }
}
