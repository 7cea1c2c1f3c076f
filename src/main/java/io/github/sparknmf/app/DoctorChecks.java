package io.github.sparknmf.app;

/** Judges what {@code doctor} finds. */
final class DoctorChecks {
  private static final long MEBIBYTE = 1L << 20;
  private static final long LEAST_HEAP = 900 * MEBIBYTE;
  private static final String ADD_MODULE =
      "add --add-modules=jdk.incubator.vector to spark.driver.extraJavaOptions and"
          + " spark.executor.extraJavaOptions";

  private DoctorChecks() {}

  static Finding java(String version) {
    JavaCheck check = JavaCheck.of(version);
    return new Finding("Java", check.level(), version, check.message());
  }

  static Finding spark(String version) {
    return version.startsWith("4.1.")
        ? Finding.ok("Spark", version)
        : Finding.warn("Spark", version, "tested with Spark 4.1; use it in case of trouble");
  }

  static Finding scala(String version) {
    return version.startsWith("2.13.")
        ? Finding.ok("Scala", version)
        : Finding.warn(
            "Scala",
            version,
            "tested with Scala 2.13; use a Spark built for it in case of trouble");
  }

  static Finding vectorModule(boolean present) {
    return present
        ? Finding.ok("vector module", "jdk.incubator.vector")
        : Finding.warn("vector module", "absent", ADD_MODULE);
  }

  /** Judges the class that netlib chose: native, vectorised, or plain Java. */
  static Finding blas(String className) {
    boolean fast = className.endsWith("JNIBLAS") || className.endsWith("VectorBLAS");
    return fast
        ? Finding.ok("BLAS", className)
        : Finding.warn("BLAS", className, ADD_MODULE + ", or install libopenblas");
  }

  static Finding cores(int cores) {
    return Finding.ok("cores of the driver", String.valueOf(cores));
  }

  static Finding heap(long bytes) {
    String value = bytes / MEBIBYTE + " MiB";
    return bytes >= LEAST_HEAP
        ? Finding.ok("heap of the driver", value)
        : Finding.warn("heap of the driver", value, "set NMF_DRIVER_MEMORY=2g, or --driver-memory");
  }

  static Finding serializer(String className) {
    return className.equals(SparkSessions.KRYO)
        ? Finding.ok("serializer", "Kryo")
        : Finding.warn(
            "serializer",
            className,
            "leave %s unset, or set it to %s"
                .formatted(SparkSessions.SERIALIZER, SparkSessions.KRYO));
  }
}
