package org.sparknmf.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.session.SparkSessions;
import org.sparknmf.app.settings.Surroundings;

/**
 * An application for tests on a cluster: command lines, one after the other, on one Spark session,
 * which spares the start of a driver and its executors for each. After the output of each command
 * stands one JSON object: its exit code, and how many executors went while it ran.
 *
 * <p>A line that begins with {@code kill@12} has one executor killed, as {@code kill -9} does it,
 * when its iteration 12 begins.
 */
public final class SessionOfCommands extends SparkListener {
  private static final String KILL = "kill@";
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";

  private final String applicationId;
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger killed = new AtomicInteger();
  private volatile OptionalInt fatalIteration = OptionalInt.empty();

  private SessionOfCommands(String applicationId) {
    this.applicationId = applicationId;
  }

  /** Each argument is a command line, its words separated by blanks. */
  public static void main(String[] lines) throws IOException {
    SparkConf conf = SparkSessions.configure(new SparkConf(), "tests");
    try (SparkSession spark = SparkSession.builder().config(conf).getOrCreate()) {
      SessionOfCommands session = new SessionOfCommands(spark.sparkContext().applicationId());
      spark.sparkContext().addSparkListener(session);
      List.of(lines).forEach(session::run);
    }
  }

  private void run(String line) {
    String command = line;
    if (line.startsWith(KILL)) {
      int end = line.indexOf(' ');
      fatalIteration = OptionalInt.of(Integer.parseInt(line.substring(KILL.length(), end)));
      command = line.substring(end + 1);
    }
    lost.set(0);
    killed.set(0);
    ExitCode code = new Program(surroundings(command), command.split(" ", -1)).run(Commands.ALL);
    if (code == ExitCode.DONE) {
      awaitLosses();
    }
    System.out.printf("{\"exitCode\": %d, \"executorsLost\": %d}%n", code.number(), lost.get());
  }

  /** Spark tells of a job that begins, and of an executor that has gone, in its own time. */
  private void awaitLosses() {
    while (fatalIteration.isPresent() || lost.get() < killed.get()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Standard output is for JSON alone. */
  private static Surroundings surroundings(String command) {
    Surroundings ours = Surroundings.ofThisProcess();
    PrintStream out = command.contains(" --json") ? ours.out() : ours.err();
    return new Surroundings(
        ours.environment(), ours.systemProperties(), ours.workingDirectory(), out, ours.err());
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    String label = job.properties().getProperty("spark.job.description", "");
    OptionalInt fatal = fatalIteration;
    if (fatal.isPresent() && label.startsWith("NMF: iteration " + fatal.getAsInt() + " of")) {
      killAnExecutor();
      fatalIteration = OptionalInt.empty();
    }
  }

  private void killAnExecutor() {
    ProcessHandle.allProcesses()
        .filter(process -> isExecutor(process.info().commandLine().orElse("")))
        .findFirst()
        .ifPresent(
            process -> {
              killed.incrementAndGet();
              process.destroyForcibly();
            });
  }

  private boolean isExecutor(String commandLine) {
    return commandLine.contains(EXECUTOR) && commandLine.contains(applicationId);
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
    lost.incrementAndGet();
  }
}
