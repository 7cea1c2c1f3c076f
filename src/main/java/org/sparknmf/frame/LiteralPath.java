package org.sparknmf.frame;

/** A path for Spark's readers, which would take special characters in it for a pattern. */
public final class LiteralPath {
  private LiteralPath() {}

  /** Stands for that one path. */
  public static String of(Object path) {
    return path.toString().replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }
}
