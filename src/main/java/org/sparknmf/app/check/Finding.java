package org.sparknmf.app.check;

/**
 * The outcome of one check of {@code doctor}.
 *
 * @param check what was looked at
 * @param level how it went
 * @param value what was found
 * @param remedy what to do about it; empty if nothing
 */
public record Finding(String check, Level level, String value, String remedy) {

  public static Finding ok(String check, String value) {
    return new Finding(check, Level.OK, value, "");
  }

  static Finding warn(String check, String value, String remedy) {
    return new Finding(check, Level.WARN, value, remedy);
  }

  public static Finding fail(String check, String value, String remedy) {
    return new Finding(check, Level.FAIL, value, remedy);
  }
}
