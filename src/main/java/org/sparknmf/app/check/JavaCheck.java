package org.sparknmf.app.check;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a Java version can run the program.
 *
 * @param level {@code FAIL}: Hadoop will not start
 * @param message what is so and what to do; empty if all is well
 */
public record JavaCheck(Level level, String message) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(?:\\.(\\d+))?");

  /**
   * The first version on which Hadoop before 3.5 fails: Subject.getSubject, called at its start,
   * throws.
   */
  private static final int FIRST_WITHOUT_SUBJECT = 23;

  /**
   * Judges a version such as {@code 17.0.15} or {@code 25-ea}.
   *
   * @param hadoop the version of Hadoop, asked for where the answer depends on it
   */
  public static JavaCheck of(String version, Supplier<String> hadoop) {
    int feature = number(version, 1);
    if (feature == 17 || feature == 21) {
      return new JavaCheck(Level.OK, "");
    }
    if (feature >= FIRST_WITHOUT_SUBJECT && !runsWithoutSubject(hadoop.get())) {
      return new JavaCheck(
          Level.FAIL,
          "Java must be 17 or 21, got %s, with which Hadoop %s fails (getSubject is not supported); take a Spark with Hadoop 3.5 or later, or set JAVA_HOME to a JDK 17 or 21"
              .formatted(version, hadoop.get()));
    }
    return feature == 25
        ? new JavaCheck(Level.OK, "")
        : new JavaCheck(
            Level.WARN,
            "Java %s is not tested; 17, 21, and with Hadoop 3.5 or later 25 are: set JAVA_HOME to one of these in case of trouble"
                .formatted(version));
  }

  /** The tested Java versions that this Hadoop runs on, for a sentence: {@code 17, 21 or 25}. */
  public static String testedWith(String hadoop) {
    return runsWithoutSubject(hadoop) ? "17, 21 or 25" : "17 or 21";
  }

  private static boolean runsWithoutSubject(String hadoop) {
    int major = number(hadoop, 1);
    return major > 3 || (major == 3 && number(hadoop, 2) >= 5);
  }

  private static int number(String version, int position) {
    Matcher numbers = NUMBERS.matcher(version);
    return numbers.lookingAt() && numbers.group(position) != null
        ? Integer.parseInt(numbers.group(position))
        : 0;
  }
}
