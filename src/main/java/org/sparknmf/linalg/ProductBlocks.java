package org.sparknmf.linalg;

import java.io.Serializable;
import java.util.Arrays;
import org.sparknmf.linalg.kernel.KernelChoice;

/**
 * Rows of W H, some columns at a time: H is cut into blocks of columns (k x {@link #WIDTH}) that
 * stay in a cache while many rows of W meet them. W H is never there as a whole.
 */
public final class ProductBlocks implements Serializable {
  /** Columns of a block: with k up to 100 it is smaller than a second cache. */
  public static final int WIDTH = 128;

  private static final long serialVersionUID = 1L;

  private final int rank;
  private final int columns;
  private final double[] blocks;

  /**
   * Copies H.
   *
   * @param ht H' (n x k)
   */
  public ProductBlocks(DoubleFactor ht) {
    this.rank = ht.rank();
    this.columns = ht.rows();
    int count = (columns + WIDTH - 1) / WIDTH;
    this.blocks = new double[Math.multiplyExact(count * WIDTH, rank)];
    for (int j = 0; j < columns; j++) {
      int at = j / WIDTH * WIDTH * rank + j % WIDTH;
      for (int c = 0; c < rank; c++) {
        blocks[at + c * WIDTH] = ht.get(j, c);
      }
    }
  }

  /** n. */
  public int columns() {
    return columns;
  }

  /** k. */
  public int rank() {
    return rank;
  }

  /** Blocks of columns; the last may have columns beyond n, which are zero. */
  public int count() {
    return (columns + WIDTH - 1) / WIDTH;
  }

  /**
   * The products of some rows with one block: each is a chain of fused multiply-adds over
   * components, ascending.
   *
   * @param w rows of W (row-major), not modified
   * @param rows how many
   * @param block which columns
   * @param products (rows x {@link #WIDTH}), overwritten
   */
  public void products(double[] w, int rows, int block, double[] products) {
    Arrays.fill(products, 0, rows * WIDTH, 0);
    int from = block * WIDTH * rank;
    KernelChoice.ACTIVE.denseTimes(w, 0, rank, rows, rank, blocks, from, WIDTH, products, 0);
  }
}
