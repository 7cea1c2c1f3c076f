package org.sparknmf.app.failure;

import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.hadoop.fs.FSError;
import org.sparknmf.app.check.JavaCheck;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.engine.factor.CheckpointException;
import org.sparknmf.engine.factor.DamagedFileException;
import org.sparknmf.engine.plan.PlanException;
import org.sparknmf.io.publish.OutputBusyException;
import org.sparknmf.io.publish.OutputException;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;
import picocli.CommandLine.ParameterException;

/**
 * Why a command did not do what it was asked.
 *
 * @param code what the process exits with
 * @param word the kind of failure for programs: {@code INVALID_MATRIX}
 * @param message cause and remedy for people
 */
public record Failure(ExitCode code, String word, String message) {

  /** Takes secrets out of the message, which goes to logs and to the status file. */
  public Failure {
    message = Redaction.text(String.valueOf(message));
  }

  public Failure(ErrorCode error, String message) {
    this(error.code(), error.name(), message);
  }

  private static final String REMEDY_FOLLOWS = "; ";
  private static final String TRY_AGAIN =
      "try again, and if it fails again, check the cluster and the file system";
  private static final int LONGEST_LINE = 500;
  private static final int DEEPEST_CAUSE = 50;

  private static final String STOPPED =
      "stopped before the end, earlier output is unchanged; run it again";

  /** The failure that the user runs into when a signal, told by its code, ends the process. */
  public static Failure interrupted(ExitCode code) {
    return interrupted(code, STOPPED);
  }

  /** The failure of a run that a signal ends, with a message of the run's own. */
  public static Failure interrupted(ExitCode code, String message) {
    return new Failure(code, ErrorCode.INTERRUPTED.name(), message);
  }

  /** A kind of failure: what it looks like, and what to add to its message. */
  private record Kind(Predicate<Throwable> test, ErrorCode error, Optional<String> remedy) {

    /** An exception of our own: its message has the remedy. */
    static Kind own(Class<? extends Throwable> type, ErrorCode error) {
      return new Kind(type::isInstance, error, Optional.empty());
    }

    Failure failure(Throwable thrown) {
      return new Failure(
          error, remedy.map(r -> described(thrown) + "; " + r).orElse(thrown.getMessage()));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.own(InvalidSettingException.class, ErrorCode.INVALID_SETTING),
          Kind.own(CheckFailedException.class, ErrorCode.CHECK_FAILED),
          Kind.own(InvalidMatrixException.class, ErrorCode.INVALID_MATRIX),
          Kind.own(InputUnreadableException.class, ErrorCode.INPUT_UNREADABLE),
          Kind.own(OutputException.class, ErrorCode.OUTPUT),
          Kind.own(CheckpointException.class, ErrorCode.CHECKPOINT),
          new Kind(
              DamagedFileException.class::isInstance,
              ErrorCode.CHECKPOINT,
              Optional.of("run it again: it goes on from the checkpoint before")),
          new Kind(
              FSError.class::isInstance,
              ErrorCode.OUTPUT,
              Optional.of(
                  "see to the space on that disk and run it again: a fit goes on from its last"
                      + " checkpoint")),
          Kind.own(GateException.class, ErrorCode.GATE),
          Kind.own(OutputBusyException.class, ErrorCode.OUTPUT_BUSY),
          Kind.own(PlanException.class, ErrorCode.MEMORY_PLAN),
          new Kind(
              Mismatch::isWithoutSpark,
              ErrorCode.NO_SPARK,
              Optional.of("Spark is not there: start it with submit-scripts/spark-nmf")),
          new Kind(
              Mismatch::isClosedJava,
              ErrorCode.CLOSED_JAVA,
              Optional.of(
                  "Spark needs this part of Java open, and opens it wherever it starts a JVM but"
                      + " for a driver on a standalone worker: submit with"
                      + " submit-scripts/standalone.sh, or give spark-submit the same"
                      + " --driver-java-options")),
          new Kind(
              Mismatch::isOldJava, ErrorCode.OLD_JAVA, Optional.of(newerJava(Versions.hadoop()))),
          new Kind(
              Mismatch::isWrongLibrary,
              ErrorCode.WRONG_LIBRARY,
              Optional.of(
                  "this jar runs on Spark 3.5 to 4.3 and the libraries that come with it: leave"
                      + " other versions of Spark, Scala, Hadoop and Jackson out of --jars,"
                      + " --packages and the class path; the command doctor tells what is there")),
          new Kind(
              Failure::isOutOfMemory,
              ErrorCode.OUT_OF_MEMORY,
              Optional.of(
                  "give more memory: SPARK_NMF_DRIVER_MEMORY=8g, or spark-submit's --driver-memory and"
                      + " --executor-memory")),
          new Kind(Failure::isPassing, ErrorCode.TEMPORARY_FAILURE, Optional.of(TRY_AGAIN)));

  /** The remedy for a Java that is too old, of the driver or of an executor. */
  static String newerJava(String hadoop) {
    String versions = JavaCheck.testedWith(hadoop);
    return "driver and executors need Java %s: set JAVA_HOME, and spark.executorEnv.JAVA_HOME, to a JDK %s"
        .formatted(versions, versions);
  }

  /** Finds our own exception, or a known one of others, among an exception and its causes. */
  public static Failure of(Throwable thrown) {
    List<Throwable> causes = causes(thrown);
    for (Throwable cause : causes) {
      Optional<Failure> known = known(cause);
      if (known.isPresent()) {
        return causes.stream().anyMatch(Failure::isPassing) ? known.get().passing() : known.get();
      }
    }
    String remedy = "run it again with --verbose for the stack trace, and report it";
    return new Failure(
        ErrorCode.INTERNAL, described(causes.get(causes.size() - 1)) + "; " + remedy);
  }

  /** A place that cannot be reached now may be in order. */
  private Failure passing() {
    return code == ExitCode.INPUT || code == ExitCode.OUTPUT
        ? new Failure(ErrorCode.TEMPORARY_FAILURE, cause() + REMEDY_FOLLOWS + TRY_AGAIN)
        : this;
  }

  /** What went wrong: the message up to its remedy. */
  public String cause() {
    int end = message.lastIndexOf(REMEDY_FOLLOWS);
    return end < 0 ? message : message.substring(0, end);
  }

  /** What to do about it: messages end with it, after the last semicolon. */
  public String remedy() {
    int end = message.lastIndexOf(REMEDY_FOLLOWS);
    return end < 0 ? "" : message.substring(end + REMEDY_FOLLOWS.length());
  }

  /** The last line on standard error: one line of bounded length. */
  public String line() {
    String flat = message.replaceAll("\\s+", " ").strip();
    String line = "spark-nmf: error [" + word + "] " + flat;
    int tail = LONGEST_LINE / 3;
    return line.length() <= LONGEST_LINE
        ? line
        : line.substring(0, LONGEST_LINE - tail - 5)
            + " ... "
            + line.substring(line.length() - tail);
  }

  private static Optional<Failure> known(Throwable thrown) {
    if (thrown instanceof ParameterException usage) {
      return Optional.of(new Failure(ErrorCode.USAGE, UsageMessage.of(usage)));
    }
    if (thrown instanceof ReportedException reported) {
      return Optional.of(reported.failure());
    }
    if (thrown instanceof InterruptedException || thrown instanceof ClosedByInterruptException) {
      return Optional.of(interrupted(ExitCode.INTERRUPTED));
    }
    return KINDS.stream()
        .filter(kind -> kind.test.test(thrown))
        .findFirst()
        .map(kind -> kind.failure(thrown));
  }

  private static boolean isOutOfMemory(Throwable thrown) {
    return thrown instanceof OutOfMemoryError
        || Mismatch.says(thrown, "java.lang.OutOfMemoryError");
  }

  /** Network and cluster states that heal by themselves, by the names that their authors gave. */
  private static boolean isPassing(Throwable thrown) {
    boolean network =
        List.of(
                "ConnectException",
                "ConnectTimeoutException",
                "NoRouteToHostException",
                "SocketTimeoutException",
                "StandbyException",
                "RetriableException")
            .contains(thrown.getClass().getSimpleName());
    return network
        || Mismatch.says(thrown, "SafeModeException")
        || Mismatch.says(thrown, "ExecutorLostFailure")
        || Mismatch.says(thrown, "Master removed our application")
        || Mismatch.says(thrown, "All masters are unresponsive");
  }

  private static String described(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? name : name + ": " + thrown.getMessage();
  }

  private static List<Throwable> causes(Throwable thrown) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = thrown; t != null && causes.size() < DEEPEST_CAUSE; t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }
}
