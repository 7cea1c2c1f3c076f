package org.sparknmf.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.Entrance;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.GivenValue;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.fit.setting.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Builds the parser of the command line from the commands and the catalogue of settings. */
public final class CommandTree {
  static final String CONFIG = "--config";
  static final String JSON = "--json";
  static final String VERBOSE = "--verbose";
  static final String TIMINGS = "--timings";

  private static final int WIDTH = 100;

  private CommandTree() {}

  /** A parser that knows some commands. */
  static CommandLine of(List<Command> commands) {
    CommandSpec root = CommandSpec.create().name(Entrance.NAME).mixinStandardHelpOptions(true);
    describe(root, "Non-negative matrix factorization on Apache Spark.");
    root.usageMessage()
        .commandListHeading("%nCommands:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes())
        .footer("", Entrance.NAME + " COMMAND --help lists the options of a command.");
    commands.forEach(command -> root.addSubcommand(command.name(), spec(command)));
    // An argument @FILE is a value as any other: the file is not read, nor shown in a message.
    return new CommandLine(root).setExpandAtFiles(false);
  }

  /** The command that was called. */
  static Command command(ParseResult called) {
    return (Command) called.commandSpec().userObject();
  }

  /** The settings on a command line. */
  static List<GivenValue> settings(ParseResult called) {
    List<GivenValue> values = new ArrayList<>();
    for (Setting<?> setting : command(called).settings()) {
      if (called.hasMatchedOption(setting.option())) {
        String text = called.matchedOption(setting.option()).getValue().toString();
        values.add(new GivenValue(setting, text, Origin.commandLine(setting)));
      }
    }
    return values;
  }

  private static CommandSpec spec(Command command) {
    CommandSpec spec =
        CommandSpec.wrapWithoutInspection(command)
            .name(command.name())
            .mixinStandardHelpOptions(true);
    describe(spec, command.description());
    command.declare(spec);
    command.settings().forEach(setting -> spec.addOption(option(setting)));
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel("FILE")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("properties file with settings; may be given more than once")
            .build());
    spec.addOption(Options.flag(JSON, "print results as JSON"));
    spec.addOption(Options.flag(TIMINGS, "print where the seconds went"));
    spec.addOption(Options.flag(VERBOSE, "show Spark's log, and stack traces"));
    return spec;
  }

  private static OptionSpec option(Setting<?> setting) {
    String byDefault = setting.defaultText().map(text -> " (default: " + text + ")").orElse("");
    OptionSpec.Builder option =
        OptionSpec.builder(setting.option()).description(setting.description() + byDefault);
    return setting.isFlag()
        ? option.type(Boolean.class).arity("0").negatable(true).build()
        : option
            .type(String.class)
            .arity("1")
            .paramLabel(setting.rule().placeholder())
            .completionCandidates(setting.rule().choices())
            .build();
  }

  private static void describe(CommandSpec spec, String description) {
    spec.usageMessage()
        .description(description)
        .width(WIDTH)
        .sortOptions(false)
        .abbreviateSynopsis(true);
    spec.versionProvider(CommandTree::version);
  }

  private static String[] version() {
    return new String[] {
      "%s %s (Spark %s, Scala %s, Hadoop %s, Java %s)"
          .formatted(
              Entrance.NAME,
              Versions.sparkNmf(),
              Versions.spark(),
              Versions.scala(),
              Versions.hadoop(),
              Versions.java())
    };
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> list = new LinkedHashMap<>();
    Arrays.stream(ExitCode.values())
        .forEach(code -> list.put(String.valueOf(code.number()), code.meaning()));
    return list;
  }
}
