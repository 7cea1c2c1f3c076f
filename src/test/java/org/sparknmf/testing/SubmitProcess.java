package org.sparknmf.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this project run as users run it: its own process, its own environment, standard
 * streams and exit code captured. Variables that would choose another Spark are taken out first.
 */
public final class SubmitProcess {
  private static final List<String> HIDDEN =
      List.of(
          "SPARK_HOME",
          "SPARK_CONF_DIR",
          "SPARK_NMF_JAR",
          "SPARK_NMF_DRIVER_MEMORY",
          "HADOOP_CONF_DIR");

  private final List<String> command;
  private final Map<String, String> environment = new HashMap<>();
  private Path directory = Path.of("").toAbsolutePath();

  private SubmitProcess(List<String> command) {
    this.command = command;
  }

  /** The project's entrance, {@code submit-scripts/spark-nmf}, with these arguments. */
  public static SubmitProcess entrance(String... arguments) {
    return of(Path.of("submit-scripts", "spark-nmf").toAbsolutePath(), arguments);
  }

  /** {@code bin/spark-submit} of the Spark home that the build made, with these arguments. */
  public static SubmitProcess sparkSubmit(String... arguments) {
    return sparkSubmit(SparkHome.ofTheBuild(), arguments);
  }

  /** {@code bin/spark-submit} of a Spark home, with these arguments. */
  public static SubmitProcess sparkSubmit(SparkHome home, String... arguments) {
    return of(home.program("spark-submit"), arguments).environment("SPARK_LOCAL_IP", "127.0.0.1");
  }

  /** Any other program, with these arguments. */
  public static SubmitProcess of(Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    return new SubmitProcess(command);
  }

  /** Sets an environment variable of the process. */
  public SubmitProcess environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs the process from this directory instead of the project's. */
  public SubmitProcess in(Path workingDirectory) {
    directory = workingDirectory;
    return this;
  }

  /** Runs the process to its end. */
  public Result run() {
    return start().await();
  }

  /** Starts the process and comes back at once. */
  public Running start() {
    try {
      Path stdout = Files.createTempFile("submit", ".out");
      Path stderr = Files.createTempFile("submit", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectOutput(stdout.toFile())
              .redirectError(stderr.toFile());
      builder.environment().keySet().removeAll(HIDDEN);
      // Nothing is made behind a test's back.
      builder.environment().put("SPARK_NMF_ARCHIVE", "off");
      builder.environment().putAll(environment);
      return new Running(builder.start(), stdout, stderr);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command, e);
    }
  }

  /** What a process left: exit code and all that it wrote. */
  public record Result(int exitCode, String stdout, String stderr) {
    /** The last line that is not empty on standard error; "" when there is none. */
    public String lastErrorLine() {
      return stderr.lines().filter(line -> !line.isBlank()).reduce("", (first, last) -> last);
    }
  }

  /** A process under way. Scripts of this project exec Java, so this is the JVM itself. */
  public static final class Running implements AutoCloseable {
    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private Running(Process process, Path stdout, Path stderr) {
      this.process = process;
      this.stdout = stdout;
      this.stderr = stderr;
    }

    /** The process, to be asked or killed. */
    public Process process() {
      return process;
    }

    /** What it has written to standard output so far. */
    public String stdout() {
      return read(stdout);
    }

    /** What it has written to standard error so far. */
    public String stderr() {
      return read(stderr);
    }

    /** Waits for the end; past {@link Patience} the process is killed and the test fails. */
    public Result await() {
      try (this) {
        if (!process.waitFor(Patience.MINUTES, TimeUnit.MINUTES)) {
          throw new AssertionError(
              "no end after " + Patience.LIMIT + "; so far it said:\n" + stderr());
        }
        return new Result(process.exitValue(), stdout(), stderr());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for a process", e);
      }
    }

    /** Kills the process with all it started, if it still runs, and forgets what it wrote. */
    @Override
    public void close() {
      ProcessTree.kill(process);
      stdout.toFile().delete();
      stderr.toFile().delete();
    }

    private static String read(Path file) {
      try {
        return Files.readString(file, StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
