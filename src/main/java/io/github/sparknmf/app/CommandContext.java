package io.github.sparknmf.app;

import io.github.sparknmf.app.settings.ResolvedSettings;
import io.github.sparknmf.app.terminal.Console;
import java.io.PrintStream;
import picocli.CommandLine.ParseResult;

/**
 * What a command works with.
 *
 * @param settings the values of all settings
 * @param arguments its command line, for what is no setting
 * @param verbose whether Spark's log and stack traces are wanted
 * @param json whether results are wanted as JSON
 * @param out for results alone
 * @param console for everything else
 * @param interruption what becomes of it when a signal comes
 */
public record CommandContext(
    ResolvedSettings settings,
    ParseResult arguments,
    boolean verbose,
    boolean json,
    PrintStream out,
    Console console,
    Interruption interruption) {}
