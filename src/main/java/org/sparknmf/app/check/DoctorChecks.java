package org.sparknmf.app.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges what {@code doctor} finds. */
public final class DoctorChecks {
  /** The key of Spark's serializer. */
  public static final String SERIALIZER = "spark.serializer";

  /** The serializer that the engine's classes are registered with. */
  public static final String KRYO = "org.apache.spark.serializer.KryoSerializer";

  private static final long MEBIBYTE = 1L << 20;
  private static final long LEAST_HEAP = 900 * MEBIBYTE;
  private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d+)\\.(\\d+)\\b.*");
  private static final List<String> TESTED_SPARKS = List.of("3.5", "4.0", "4.1", "4.2", "4.3");
  private static final String ADD_MODULE =
      "add %s to spark.driver.extraJavaOptions and spark.executor.extraJavaOptions"
          .formatted(VectorModule.OPTION);

  private DoctorChecks() {}

  /** Judges Java by the Hadoop that is there. */
  public static Finding java(String version, String hadoop) {
    JavaCheck check = JavaCheck.of(version, () -> hadoop);
    return new Finding("Java", check.level(), version, check.message());
  }

  public static Finding spark(String version) {
    Matcher numbers = MAJOR_AND_MINOR.matcher(version);
    if (!numbers.matches()) {
      return Finding.warn("Spark", version, "not tested; use Spark 3.5 to 4.3 in case of trouble");
    }
    int major = Integer.parseInt(numbers.group(1));
    int minor = Integer.parseInt(numbers.group(2));
    if (major < 3 || (major == 3 && minor < 5)) {
      return Finding.fail(
          "Spark", version, "3.5 is the oldest that will do: set SPARK_HOME to such a Spark");
    }
    return TESTED_SPARKS.contains(major + "." + minor)
        ? Finding.ok("Spark", version)
        : Finding.warn("Spark", version, "not tested; use Spark 3.5 to 4.3 in case of trouble");
  }

  /**
   * Judges Scala's library by what Spark was built with.
   *
   * @param builtWith {@code 2.12} or {@code 2.13}; empty if Spark's jar does not tell
   */
  public static Finding scala(String version, String builtWith) {
    if (!version.startsWith(builtWith)) {
      return Finding.fail(
          "Scala",
          version,
          "this Spark is built for Scala %s: take the other scala-library out of --jars, --packages and the class path"
              .formatted(builtWith));
    }
    return version.startsWith("2.12.") || version.startsWith("2.13.")
        ? Finding.ok("Scala", version)
        : Finding.warn("Scala", version, "not tested; use a Spark built for Scala 2.12 or 2.13");
  }

  /** Judges what Spark needs open and is not. */
  public static Finding openPackages(List<String> closed) {
    return closed.isEmpty()
        ? Finding.ok("packages of Java", "open to Spark")
        : Finding.warn(
            "packages of Java",
            "%s%s not open to Spark"
                .formatted(
                    closed.get(0),
                    closed.size() == 1 ? " is" : " and %d more are".formatted(closed.size() - 1)),
            "start it by spark-submit, which adds --add-opens, or by submit-scripts/standalone.sh if the driver is to run on a standalone worker");
  }

  public static Finding vectorModule(boolean present) {
    return present
        ? Finding.ok("vector module", VectorModule.NAME)
        : Finding.warn("vector module", "absent", ADD_MODULE);
  }

  /** Judges the class that netlib chose: native, vectorised, or plain Java. */
  public static Finding blas(String className) {
    boolean fast = className.endsWith("JNIBLAS") || className.endsWith("VectorBLAS");
    return fast
        ? Finding.ok("BLAS", className)
        : Finding.warn("BLAS", className, ADD_MODULE + ", or install libopenblas");
  }

  public static Finding cores(int cores) {
    return Finding.ok("cores of the driver", String.valueOf(cores));
  }

  public static Finding heap(long bytes) {
    String value = bytes / MEBIBYTE + " MiB";
    return bytes >= LEAST_HEAP
        ? Finding.ok("heap of the driver", value)
        : Finding.warn(
            "heap of the driver", value, "set SPARK_NMF_DRIVER_MEMORY=2g, or --driver-memory");
  }

  public static Finding serializer(String className) {
    return className.equals(KRYO)
        ? Finding.ok("serializer", "Kryo")
        : Finding.warn(
            "serializer", className, "leave %s unset, or set it to %s".formatted(SERIALIZER, KRYO));
  }
}
