package org.sparknmf.engine.factor;

import java.util.regex.Pattern;

/**
 * The names of the files of saved factors: {@code 0a1b2c3d-00007-12.rows}. What has another name is
 * not ours, whatever a savepoint says.
 */
final class RowsName {
  private static final String SUFFIX = ".rows";
  private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}-[0-9]{5,10}-[0-9]{1,19}\\.rows");

  private RowsName() {}

  /**
   * The name of a file without its end.
   *
   * @param store eight hexadecimal digits that no other store has
   * @param number of the factor in the store
   */
  static String begin(String store, int number) {
    return "%s-%05d".formatted(store, number);
  }

  /** The whole name of the file of one task. */
  static String whole(String begin, long attempt) {
    return begin + "-" + attempt + SUFFIX;
  }

  static boolean isOurs(String name) {
    return name != null && OURS.matcher(name).matches();
  }
}
