package org.sparknmf.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.Surroundings;

/**
 * Runs the usual commands on a few cells, so that the JVM can write the classes they need into a
 * class-data archive ({@code -XX:ArchiveClassesAtExit}), with which later runs start sooner.
 */
public final class Rehearsal {
  private static final String RATINGS =
      """
      user,item,rating
      ann,dune,5
      ann,solaris,3
      bob,dune,4
      bob,solaris,2
      cid,solaris,1
      """;

  private static final Set<String> OF_THIS_START =
      Set.of("spark.app.name", "spark.app.submitTime", "spark.jars", "spark.repl.local.jars");

  private final Path directory;
  private final Surroundings around;

  private Rehearsal(Path directory) {
    this.directory = directory;
    Surroundings process = Surroundings.ofThisProcess();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    this.around =
        new Surroundings(
            process.environment(), process.systemProperties(), directory, nowhere, nowhere);
  }

  /**
   * Rehearses.
   *
   * @param args the directory to work in, which is there
   */
  public static void main(String[] args) throws IOException {
    new Rehearsal(Path.of(args[0])).run();
  }

  /**
   * Leaves what spark-submit has told this JVM about Spark, as options of {@code java}, for one
   * that is started without it. What is of this start alone is left out; in local mode the classes
   * are on the class path, and no jar needs to be sent.
   */
  private void keepOptions() throws IOException {
    List<String> options =
        new TreeMap<>(around.systemProperties())
            .entrySet().stream()
                .filter(property -> property.getKey().startsWith("spark."))
                .filter(property -> !OF_THIS_START.contains(property.getKey()))
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .map(option -> '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .toList();
    Files.write(directory.resolve("spark-options"), options);
  }

  private void run() throws IOException {
    keepOptions();
    String input = Files.writeString(directory.resolve("ratings.csv"), RATINGS).toString();
    String model = directory.resolve("model").toString();
    run(ExitCode.DONE, "--version");
    run(ExitCode.DONE, "fit", "--help");
    run(ExitCode.USAGE, "fit", "--rnk", "2");
    run(ExitCode.DONE, "config");
    run(ExitCode.INPUT, "fit", "--input", input + ".gone", "--output", model);
    run(ExitCode.DONE, "fit", "--input", input, "--rank", "1", "--output", model);
    run(ExitCode.OUTPUT, "fit", "--input", input, "--rank", "1", "--output", model);
    run(ExitCode.DONE, "describe", model);
    run(ExitCode.DONE, "status", "--output", model);
    run(
        ExitCode.DONE,
        "transform",
        "--model",
        model,
        "--input",
        input,
        "--output",
        model + "-rows");
  }

  private void run(ExitCode expected, String... words) {
    ExitCode code = Program.inOwnProcess(around, words).run(Commands.ALL);
    if (code != expected) {
      throw new IllegalStateException(
          "%s ended with %s, not %s".formatted(String.join(" ", words), code, expected));
    }
  }
}
