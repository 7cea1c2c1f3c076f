package org.sparknmf.app.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.failure.ErrorCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page in the macros of man(7), from the same commands, options and codes as {@code
 * --help}. An option that several commands have is explained at the first of them.
 */
final class ManPage {
  private static final String ENTRANCE =
      """
      .SH THE ENTRANCE
      .B submit-scripts/spark-nmf
      runs a command through spark-submit: that of
      .B SPARK_HOME
      if it is set, else of a Spark that Maven brings, in local mode.
      .TP
      .BI \\-\\-spark " OPTIONS"
      all that follows goes to spark-submit: \\-\\-master yarn \\-\\-executor\\-memory 8g
      .TP
      .B \\-\\-print\\-command
      (before \\-\\-spark) print the line of spark-submit, without secrets, and run nothing
      .TP
      .B \\-\\-wait
      (before \\-\\-spark) exit with the run's own code also where the driver runs on the cluster
      """;

  private static final String ENVIRONMENT =
      """
      .SH ENVIRONMENT
      .TP
      .B SPARK_HOME
      an installation of Spark 3.5 or 4
      .TP
      .B SPARK_CONF_DIR
      spark\\-defaults.conf and log4j2.properties
      .TP
      .B SPARK_NMF_JAR
      the jar of spark-nmf, where it is not to be built
      .TP
      .B SPARK_NMF_DRIVER_MEMORY
      heap of the driver, in local mode of all: 8g
      .TP
      .B SPARK_NMF_CONF_DIR
      where nmf\\-defaults.properties lies
      .TP
      .B SPARK_NMF_RANK, SPARK_NMF_SEED, ...
      every setting: an option in capitals, with _ for \\-
      .TP
      .B JAVA_HOME
      a JDK 17 or 21, or 25 where Hadoop is 3.5 or later
      .TP
      .B NO_COLOR
      if it is not empty, there are no colours; there are none either where standard output is no
      terminal
      """;

  private static final String EXAMPLES =
      """
      .SH EXAMPLES
      .nf
      spark-nmf demo
      spark-nmf fit \\-\\-input ratings.csv \\-\\-rank 20 \\-\\-output model
      spark-nmf describe model
      spark-nmf fit \\-\\-input hdfs:///x \\-\\-output hdfs:///y \\-\\-spark \\-\\-master yarn
      .fi
      """;

  private final StringBuilder page = new StringBuilder();
  private final Map<String, String> explained = new LinkedHashMap<>();

  private ManPage() {}

  /** The page for all commands of a root. */
  static String of(CommandSpec root) {
    ManPage man = new ManPage();
    man.line(
        ".TH SPARK\\-NMF 1 \"\" \"spark-nmf %s\" \"User Commands\"".formatted(Versions.sparkNmf()));
    man.line(".SH NAME");
    man.line("spark-nmf \\- " + roff(first(root).replaceAll("\\.$", "")));
    man.line(
        ".SH SYNOPSIS\n.B spark-nmf\n.I COMMAND\n[\\fIOPTIONS\\fR] [\\fB\\-\\-spark\\fR \\fISPARK\\-SUBMIT\\-OPTIONS\\fR]");
    man.line(".SH COMMANDS");
    root.subcommands().forEach(man::command);
    man.page.append(ENTRANCE).append(ENVIRONMENT);
    man.exitCodes(root.usageMessage().exitCodeList());
    man.page.append(EXAMPLES);
    return man.page.toString();
  }

  private void command(String name, CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    String arguments =
        spec.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .map(label -> " " + label)
            .collect(Collectors.joining());
    line(".SS " + roff(name + arguments));
    line(roff(first(spec)));
    spec.options().forEach(option -> option(name, option));
  }

  private void option(String command, OptionSpec option) {
    String description = String.join(" ", option.description());
    String names =
        Arrays.stream(option.names())
            .map(name -> "\\fB" + roff(option.negatable() ? negatable(name) : name) + "\\fR")
            .collect(Collectors.joining(", "));
    String value = option.arity().max() == 0 ? "" : " \\fI" + roff(option.paramLabel()) + "\\fR";
    line(".TP\n" + names + value);
    String before = explained.putIfAbsent(names + description, command);
    line(before == null ? roff(description) : "as for \\fB" + roff(before) + "\\fR");
  }

  private static String negatable(String name) {
    return name.replaceFirst("^--", "--[no-]");
  }

  private void exitCodes(Map<String, String> codes) {
    line(".SH EXIT STATUS");
    codes.forEach((code, meaning) -> line(".TP\n.B %s\n%s".formatted(code, roff(meaning))));
    line(".SH DIAGNOSTICS");
    line(
        "The last line on standard error is \\fBspark\\-nmf: error [\\fICODE\\fB]\\fR, the cause and its remedy.");
    for (ErrorCode error : ErrorCode.values()) {
      line(
          ".TP\n.B %s\n%s. %s."
              .formatted(
                  error.name(), roff(sentence(error.cause())), roff(sentence(error.remedy()))));
    }
  }

  /** A text as a sentence, without the marks of Markdown. */
  private static String sentence(String markdown) {
    String plain = markdown.replace("`", "");
    return markdown.startsWith("`")
        ? plain
        : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
  }

  private static String first(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** A text that roff prints as it is. */
  static String roff(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
