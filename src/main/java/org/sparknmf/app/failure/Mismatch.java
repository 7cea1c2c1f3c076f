package org.sparknmf.app.failure;

import java.lang.reflect.InaccessibleObjectException;
import java.util.regex.Pattern;

/**
 * Signs that Java, Spark and the libraries do not fit together, in an error or in what is told of
 * one that an executor had.
 */
public final class Mismatch {
  private static final Pattern LINKAGE_ON_AN_EXECUTOR =
      Pattern.compile(
          "java\\.lang\\.(NoSuchMethodError|NoSuchFieldError|NoClassDefFoundError"
              + "|AbstractMethodError|IncompatibleClassChangeError|IllegalAccessError)");

  private Mismatch() {}

  /** Java keeps closed what Spark must get at. */
  public static boolean isClosedJava(Throwable thrown) {
    return thrown instanceof InaccessibleObjectException
        || says(thrown, "because module java.base does not export")
        || says(thrown, "because module java.base does not \"opens");
  }

  /** A class is compiled for a newer Java. */
  public static boolean isOldJava(Throwable thrown) {
    return thrown instanceof UnsupportedClassVersionError
        || says(thrown, "java.lang.UnsupportedClassVersionError");
  }

  /** Whether there is no Spark at all. */
  public static boolean isWithoutSpark(Throwable thrown) {
    return thrown instanceof NoClassDefFoundError && !isThere("org.apache.spark.SparkContext");
  }

  /** A class or a method is not what this jar, or Spark, was compiled against. */
  public static boolean isWrongLibrary(Throwable thrown) {
    if (thrown instanceof ExceptionInInitializerError || isRepeated(thrown)) {
      return false;
    }
    return thrown instanceof LinkageError
        || (thrown.getMessage() != null
            && LINKAGE_ON_AN_EXECUTOR.matcher(thrown.getMessage()).find());
  }

  /** A class failed once and is asked for again; why it failed is in the cause. */
  private static boolean isRepeated(Throwable thrown) {
    return thrown.getCause() != null && says(thrown, "Could not initialize class");
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name, false, Mismatch.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Whether a message has a phrase. */
  static boolean says(Throwable thrown, String phrase) {
    return thrown.getMessage() != null && thrown.getMessage().contains(phrase);
  }
}
