package org.sparknmf.engine.matrix;

/**
 * A 64-bit sum of cell hashes: the same whatever the order of the cells, almost surely another for
 * other data. It tells accidents apart, not forgeries.
 */
final class Fingerprint {
  private Fingerprint() {}

  static long ofCell(long row, long column, double value) {
    return mix(mix(mix(row + 0x9E3779B97F4A7C15L) + column) + Double.doubleToLongBits(value));
  }

  static long ofCell(long row, long column, double value, double weight) {
    long ofValue = ofCell(row, column, value);
    return weight == 1 ? ofValue : mix(ofValue + Double.doubleToLongBits(weight));
  }

  /**
   * The fingerprint of a matrix whose other cells are unknown, made from that of its stored cells.
   */
  static long ofObserved(long storedCells) {
    return mix(storedCells + 0x9E3779B97F4A7C15L);
  }

  static long ofShape(long rows, long columns) {
    return mix(mix(rows) + columns);
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }
}
