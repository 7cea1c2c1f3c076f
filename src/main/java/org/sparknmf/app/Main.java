package org.sparknmf.app;

import java.lang.reflect.Method;

/**
 * The entrance. It is compiled for Java 8, so that a Java on which Spark 3.5 runs and this program
 * does not says so in one line, in place of an UnsupportedClassVersionError; everything else is
 * behind it, called by name.
 */
public final class Main {
  private static final String PROGRAM = "org.sparknmf.app.Program";
  private static final int OLDEST = 17;

  /** The exit code of wrong usage or configuration. */
  private static final int USAGE = 2;

  private Main() {}

  /** Runs one command; exits with its code unless that is 0. */
  public static void main(String[] args) throws ReflectiveOperationException {
    String version = System.getProperty("java.specification.version");
    if (isTooOld(version)) {
      System.err.println(refusal(version));
      System.exit(USAGE);
    }
    Method start = Class.forName(PROGRAM).getDeclaredMethod("start", String[].class);
    start.invoke(null, (Object) args);
  }

  /** Whether a Java is too old, given its specification's version: {@code 1.8}, {@code 11}. */
  static boolean isTooOld(String version) {
    return Double.parseDouble(version) < OLDEST;
  }

  static String refusal(String version) {
    return "spark-nmf: error [OLD_JAVA] Java must be 17 or 21, or 25 where Hadoop is 3.5 or later, got "
        + version
        + "; set JAVA_HOME to one of these, for the executors by spark.executorEnv.JAVA_HOME";
  }
}
