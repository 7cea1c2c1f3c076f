package org.sparknmf.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private void run() throws IOException {
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
