package org.sparknmf.app.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a Java version can run the program.
 *
 * @param level {@code FAIL}: Hadoop 3.4 will not start
 * @param message what is so and what to do; empty if all is well
 */
public record JavaCheck(Level level, String message) {
  private static final Pattern FEATURE = Pattern.compile("\\d+");

  /**
   * The first version on which Hadoop 3.4 fails: Subject.getSubject, called at its start, throws.
   */
  private static final int FIRST_BROKEN = 23;

  /** Judges a version such as {@code 17.0.15} or {@code 25-ea}. */
  public static JavaCheck of(String version) {
    Matcher feature = FEATURE.matcher(version);
    int number = feature.lookingAt() ? Integer.parseInt(feature.group()) : 0;
    if (number == 17 || number == 21) {
      return new JavaCheck(Level.OK, "");
    }
    if (number >= FIRST_BROKEN) {
      return new JavaCheck(
          Level.FAIL,
          "Java must be 17 or 21, got %s, with which Hadoop 3.4 fails (getSubject is not supported);"
                  .formatted(version)
              + " set JAVA_HOME to a JDK 17 or 21");
    }
    return new JavaCheck(
        Level.WARN,
        "Java %s is not tested, 17 and 21 are; set JAVA_HOME to one of these in case of trouble"
            .formatted(version));
  }
}
