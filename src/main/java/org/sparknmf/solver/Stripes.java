package org.sparknmf.solver;

import java.io.Serializable;

/**
 * Consecutive pieces of the columns' factor. What is summed over columns is summed within a stripe,
 * then over stripes in order, by whoever holds them; so stripes follow from the shape alone.
 */
public final class Stripes implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows that fill a few windows of a kernel. */
  private static final int FEWEST_COLUMNS = 512;

  /** The most stripes; with more, the driver's share of the sums shows. */
  private static final int MOST_STRIPES = 2048;

  /** A stripe should travel and be added up in one piece. */
  private static final long MOST_BYTES = 16L << 20;

  private final int columns;
  private final int stripeColumns;

  /** The stripes of a factor (columns x rank). */
  public Stripes(int columns, int rank) {
    this.columns = columns;
    int wanted = Math.max(FEWEST_COLUMNS, (columns - 1) / MOST_STRIPES + 1);
    long most = Math.max(1, MOST_BYTES / (8L * rank));
    this.stripeColumns = (int) Math.min(wanted, most);
  }

  /** Number of stripes. */
  public int count() {
    return (columns - 1) / stripeColumns + 1;
  }

  /** First column of a stripe; that of stripe {@link #count()} is n. */
  public int start(int stripe) {
    return (int) Math.min((long) stripe * stripeColumns, columns);
  }

  /** Number of columns of a stripe. */
  public int size(int stripe) {
    return start(stripe + 1) - start(stripe);
  }

  /** The stripe that holds a column. */
  public int of(int column) {
    return column / stripeColumns;
  }
}
