package org.sparknmf.engine.inspect;

import java.io.Serializable;
import org.sparknmf.engine.matrix.BlockGrid;

/**
 * What is to be found out about single rows and columns of X.
 *
 * @param worst how many to name of those that W H explains worst
 * @param sampleRows of so many rows of X, the first, the cells are wanted
 */
public record SliceQuery(int worst, int sampleRows) implements Serializable {

  /** Numbers that the sums of all segments over columns may have. */
  private static final long MOST_SUMS = 1L << 25;

  /** Products that the driver may form to finish the columns. */
  private static final double MOST_PRODUCTS = 4e9;

  /** Whether columns are looked at too: not where that would cost more than an iteration. */
  boolean columns(BlockGrid grid) {
    return 2L * grid.columns() * grid.segments() <= MOST_SUMS
        && (double) grid.columns() * grid.rank() * grid.rank() <= MOST_PRODUCTS;
  }
}
