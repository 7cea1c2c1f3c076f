package org.sparknmf.app;

/**
 * How often something is tried: so many times with {@code -Dfaults.share=1}, as for the table of
 * faults, and for a part of that in every build.
 */
public final class Tries {
  private static final double SHARE = Double.parseDouble(System.getProperty("faults.share", "0"));

  private Tries() {}

  /** At least once. */
  static int of(int all) {
    return (int) Math.max(1, Math.round(all * SHARE));
  }
}
