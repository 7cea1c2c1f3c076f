package org.sparknmf.app.failure;

import java.util.Map;

/** The kinds of failure that programs may tell apart, and what people should know of each. */
public enum ErrorCode {
  USAGE(
      ExitCode.USAGE,
      "the command line has a word that is unknown, missing or one too many",
      "the message names the nearest known word; `COMMAND --help` lists the options"),
  INVALID_SETTING(
      ExitCode.USAGE,
      "a setting, in any layer, has a value that is not allowed, or not allowed with another setting",
      "the message has the value, the rule and the place; `config --show-origin` prints all places"),
  CHECK_FAILED(
      ExitCode.USAGE,
      "`doctor` found something that must be repaired",
      "follow the remedies in the lines of its table that begin with FAIL"),
  OLD_JAVA(
      ExitCode.USAGE,
      "the driver or an executor runs on a Java older than 17",
      "set `JAVA_HOME`, and `spark.executorEnv.JAVA_HOME`, to a JDK 17 or 21, or to 25 where Hadoop is 3.5 or later"),
  CLOSED_JAVA(
      ExitCode.USAGE,
      "a part of Java that Spark needs is closed, as on a driver that a standalone worker starts",
      "submit with `submit-scripts/standalone.sh`, or give the message's `--driver-java-options`"),
  NO_SPARK(
      ExitCode.USAGE,
      "the classes of Spark are not there: the jar was started by plain `java`",
      "start it with `submit-scripts/spark-nmf` or spark-submit"),
  WRONG_LIBRARY(
      ExitCode.USAGE,
      "Spark, Scala, Hadoop or Jackson is there in a version that does not fit",
      "leave them out of `--jars`, `--packages` and the class path; `doctor` tells what is there"),
  GATE(
      ExitCode.GATE,
      "the fit ended, and its result fails a gate such as `--require-convergence`",
      "look at the result in `OUTPUT.gated`; give it more iterations, or another limit"),
  INVALID_MATRIX(
      ExitCode.INVALID_MATRIX,
      "the input holds a negative value, NaN, text for a number, an unknown column, or no cell",
      "correct the place that the message names, or leave bad rows out by `--on-bad-rows skip`"),
  INPUT_UNREADABLE(
      ExitCode.INPUT,
      "the input, or the model, is not there, may not be read, is damaged or of a foreign format",
      "check path, permissions and the file that the message names"),
  OUTPUT(
      ExitCode.OUTPUT,
      "the output exists, is no result of this program, or cannot be written: permissions, quota, a full disk",
      "choose by `--if-exists`, or another `--output`; after a full disk run it again"),
  OUTPUT_BUSY(
      ExitCode.OUTPUT,
      "another run writes to the same output",
      "wait for it, or give another `--output`"),
  CHECKPOINT(
      ExitCode.OUTPUT,
      "a checkpoint cannot be written or read, is damaged, or names files that no run wrote",
      "see to the disk and run it again: it goes on from the checkpoint before; remove a checkpoint that the message calls foreign"),
  MEMORY_PLAN(
      ExitCode.MEMORY_PLAN,
      "no plan, or not the one that was asked for, fits the memory of driver and executors",
      "give the memory that the message names, or `--precision single`; `plan` forecasts"),
  OUT_OF_MEMORY(
      ExitCode.INTERNAL,
      "a heap was full, although the plan was expected to fit",
      "`SPARK_NMF_DRIVER_MEMORY=8g`, or spark-submit's `--driver-memory` and `--executor-memory`"),
  INTERNAL(
      ExitCode.INTERNAL,
      "the program met an error that it has no code for",
      "run it again with `--verbose` for the stack trace, and report it"),
  STATUS_MISSING(
      ExitCode.INTERNAL,
      "`status` found no status file of the run; the former name of this code is `NO_WORD`",
      "look at the log of its driver; check `--output` and `--run-id`"),
  NO_END(
      ExitCode.TEMPORARY_FAILURE,
      "`status` finds a run that has not ended: it still runs, or was killed",
      "if it was killed, run it again: it goes on from its last checkpoint"),
  TEMPORARY_FAILURE(
      ExitCode.TEMPORARY_FAILURE,
      "network, file system or cluster could not be reached, or an executor was lost too often; the"
          + " former name of this code is `PASSING_TROUBLE`",
      "try again; if it fails again, check the cluster and the file system"),
  INTERRUPTED(
      ExitCode.INTERRUPTED,
      "Ctrl-C (130), SIGTERM or SIGHUP (143)",
      "run it again: a fit goes on from its last checkpoint; earlier output is unchanged");

  /** The names that status files of earlier versions have, with their present ones. */
  private static final Map<String, ErrorCode> FORMER =
      Map.of("NO_WORD", STATUS_MISSING, "PASSING_TROUBLE", TEMPORARY_FAILURE);

  private final ExitCode code;
  private final String cause;
  private final String remedy;

  ErrorCode(ExitCode code, String cause, String remedy) {
    this.code = code;
    this.cause = cause;
    this.remedy = remedy;
  }

  /** The present name of an error code that a file has, perhaps of an earlier version. */
  public static String presentName(String recorded) {
    ErrorCode present = FORMER.get(recorded);
    return present == null ? recorded : present.name();
  }

  /** What the process exits with. */
  public ExitCode code() {
    return code;
  }

  /** The circumstances in which the error occurs, in Markdown. */
  public String cause() {
    return cause;
  }

  /** What to do then, in Markdown. */
  public String remedy() {
    return remedy;
  }
}
