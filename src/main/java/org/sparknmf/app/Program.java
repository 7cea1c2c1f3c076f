package org.sparknmf.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.sparknmf.app.check.JavaCheck;
import org.sparknmf.app.check.Level;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Entrance;
import org.sparknmf.app.command.Interruption;
import org.sparknmf.app.command.Phases;
import org.sparknmf.app.command.RunStart;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SettingLayers;
import org.sparknmf.app.settings.Surroundings;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.app.terminal.Look;
import org.sparknmf.app.terminal.TextOutput;
import org.sparknmf.app.terminal.Timings;
import org.sparknmf.solver.InvalidSettingException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line, behind {@link Entrance#MAIN_CLASS}. */
public final class Program {
  private final Surroundings around;
  private final String[] args;
  private final boolean verbose;
  private final Console console;
  private final Look look;
  private final Interruption interruption;
  private final Phases phases;

  Program(Surroundings around, String... args) {
    this(around, Phases.after(0), args);
  }

  private Program(Surroundings around, Phases phases, String... args) {
    this.around = around;
    this.args = args;
    this.verbose = Arrays.asList(args).contains(CommandTree.VERBOSE);
    this.console = new Console(around.err(), Console.style(verbose, around.environment()));
    this.look = Look.of(around.environment());
    this.interruption = new Interruption(console);
    this.phases = phases;
  }

  /** A program to which the signals of the process are sent. */
  static Program inOwnProcess(Surroundings around, String... args) {
    double before =
        RunStart.secondsAgo(
            around.environment(),
            () -> Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
            Instant.now());
    Program program = new Program(around, Phases.after(before), args);
    program.interruption.ownProcess();
    return program;
  }

  /** Runs one command; exits with its code unless that is 0. */
  static void start(String[] args) {
    ExitCode code = inOwnProcess(Surroundings.ofThisProcess(), args).run(Commands.ALL);
    // YARN takes a driver that exits for one that failed, whatever its code; others end by
    // themselves.
    if (code != ExitCode.DONE) {
      System.exit(code.number());
    }
  }

  /**
   * Runs one of some commands; if it fails, the last line on standard error says why and what to
   * do.
   */
  ExitCode run(List<Command> commands) {
    try {
      dispatch(CommandTree.of(commands));
      return ExitCode.DONE;
    } catch (Throwable thrown) {
      return failed(thrown);
    }
  }

  private void dispatch(CommandLine tree) throws Exception {
    Redaction.learn(around.systemProperties());
    Redaction.learn(args);
    ParseResult parsed = tree.parseArgs(args);
    tree.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8));
    tree.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    if (CommandLine.executeHelpRequest(parsed) != null) {
      return;
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(
          tree,
          "no command given, must be one of " + String.join(", ", tree.getSubcommands().keySet()));
    }
    run(parsed.subcommand());
  }

  private void run(ParseResult called) throws Exception {
    Command command = CommandTree.command(called);
    checkJava(command.worstJava());
    List<String> configFiles = called.matchedOptionValue(CommandTree.CONFIG, List.of());
    ResolvedSettings settings =
        SettingLayers.resolve(
            command.name(), command.defaults(), around, configFiles, CommandTree.settings(called));
    SettingLayers.warnings(around).forEach(console::warn);
    boolean json = called.hasMatchedOption(CommandTree.JSON);
    PrintStream out = json ? around.out() : new TextOutput(around.out(), look);
    command.run(
        new CommandContext(
            settings, called, verbose, json, out, look, console, interruption, phases));
    out.flush();
    if (called.hasMatchedOption(CommandTree.TIMINGS)) {
      Timings.lines(phases.timings()).forEach(console::say);
    }
  }

  private void checkJava(Level worst) {
    JavaCheck java = JavaCheck.of(around.systemProperties().get("java.version"), Versions::hadoop);
    if (java.level().compareTo(worst) > 0) {
      throw new InvalidSettingException(java.message());
    }
    if (java.level() == Level.WARN) {
      console.warn(java.message());
    }
  }

  private ExitCode failed(Throwable thrown) {
    Failure failure = interruption.explain(thrown);
    around.out().flush();
    if (verbose) {
      console.trace(thrown);
    }
    console.say(failure.line());
    return failure.code();
  }
}
