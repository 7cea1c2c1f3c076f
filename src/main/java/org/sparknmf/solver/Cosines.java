package org.sparknmf.solver;

/** How alike vectors are of which the inner products are known; one without length is like none. */
public final class Cosines {
  private final double[] cosines;
  private final double[] lengths;
  private final int size;

  /**
   * The cosines of some vectors.
   *
   * @param gram their inner products (size x size), row-major, not modified
   */
  public Cosines(double[] gram, int size) {
    this.size = size;
    this.cosines = new double[size * size];
    this.lengths = new double[size];
    for (int i = 0; i < size; i++) {
      lengths[i] = Math.sqrt(gram[i * size + i]);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double both = Math.sqrt(gram[i * size + i] * gram[j * size + j]);
        double cosine = both > 0 ? Math.min(1, gram[i * size + j] / both) : 0;
        cosines[i * size + j] = i == j ? 1 : cosine;
      }
    }
  }

  /** How many vectors there are. */
  public int size() {
    return size;
  }

  /** The cosine of two vectors: at most 1, and 1 of a vector with itself. */
  public double get(int one, int other) {
    return cosines[one * size + other];
  }

  /** The length of a vector. */
  public double length(int vector) {
    return lengths[vector];
  }

  /** How far two vectors are from each other once both have length 1. */
  public double distance(int one, int other) {
    return Math.sqrt(Math.max(0, 2 - 2 * get(one, other)));
  }
}
