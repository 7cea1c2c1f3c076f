package org.sparknmf.app.session;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sparknmf.solver.InvalidSettingException;

/** Says in a line why Spark does not start with the configuration that it is given. */
final class RefusedStart {
  private static final Pattern TOO_SMALL =
      Pattern.compile("(System|Executor) memory (\\d+) must be at least (\\d+)");
  private static final long MEBIBYTE = 1L << 20;

  private RefusedStart() {}

  /**
   * Starts Spark.
   *
   * @throws InvalidSettingException if Spark refuses a value in its configuration
   */
  static <T> T explaining(Supplier<T> start) {
    try {
      return start.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(message(String.valueOf(e.getMessage())), e);
    }
  }

  private static String message(String ofSpark) {
    Matcher memory = TOO_SMALL.matcher(ofSpark);
    if (!memory.find()) {
      return "Spark refuses its configuration: %s; correct what is given after --spark, or in Spark's spark-defaults.conf"
          .formatted(ofSpark.strip());
    }
    boolean isDriver = memory.group(1).equals("System");
    return "spark.%s.memory must give a heap of at least %d MiB, got %d MiB; give %s"
        .formatted(
            isDriver ? "driver" : "executor",
            mebibytes(memory.group(3)),
            Long.parseLong(memory.group(2)) / MEBIBYTE,
            isDriver
                ? "SPARK_NMF_DRIVER_MEMORY=1g, or --driver-memory 1g after --spark"
                : "--executor-memory 1g after --spark");
  }

  private static long mebibytes(String bytes) {
    return (Long.parseLong(bytes) + MEBIBYTE - 1) / MEBIBYTE;
  }
}
