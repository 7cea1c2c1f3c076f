package org.sparknmf.select.trial;

import java.util.Arrays;
import java.util.BitSet;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.MatrixBlocks;
import org.sparknmf.solver.loss.Loss;

/**
 * A block of X as a fit sees it, and beside it the cells that are held out. Where cells that are
 * not stored are missing, so are these; elsewhere a zero stands in the place of each, and adding a
 * zero's product changes no bit: nothing follows from what the held-out cells are.
 */
final class SeenBlock {
  private final MatrixBlock seen;
  private final CsrMatrix heldOut;
  private final boolean isOfStored;
  private final MatrixBlock held;

  /** Zeros in the place of the held-out cells; null until they are asked for. */
  private MatrixBlock zeros;

  private SeenBlock(MatrixBlock seen, CsrMatrix heldOut, boolean isOfStored) {
    this.seen = seen;
    this.heldOut = heldOut;
    this.isOfStored = isOfStored;
    this.held = MatrixBlocks.observed(heldOut);
  }

  /**
   * Takes the held-out cells out of a block.
   *
   * @param x not modified
   * @param firstRow global number of its first row
   */
  static SeenBlock of(MatrixBlock x, long firstRow, HeldOut held) {
    if (held.isNothing()) {
      return new SeenBlock(
          x, matrix(x, new int[x.rows() + 1], new int[0], new double[0]), held.isOfStored());
    }
    return held.isOfStored() ? left(x, firstRow, held) : zeroed(x, mask(x, firstRow, held));
  }

  /** A zero in each cell that is held out. */
  private static CsrMatrix mask(MatrixBlock x, long firstRow, HeldOut held) {
    int rows = x.rows();
    int[] starts = new int[rows + 1];
    int[] columnKeys = held.columnKeys(x.columns());
    int[] hashes = new int[x.columns()];
    int[] row = new int[x.columns()];
    int[] columns = new int[16];
    for (int i = 0; i < rows; i++) {
      int count = held.of(held.rowKey(firstRow + i), columnKeys, hashes, row);
      starts[i + 1] = starts[i] + count;
      if (starts[i + 1] > columns.length) {
        columns = Arrays.copyOf(columns, Math.max(starts[i + 1], 2 * columns.length));
      }
      System.arraycopy(row, 0, columns, starts[i], count);
    }
    return matrix(x, starts, Arrays.copyOf(columns, starts[rows]), new double[starts[rows]]);
  }

  private static CsrMatrix matrix(MatrixBlock x, int[] starts, int[] columns, double[] values) {
    int[] rows = new int[x.rows()];
    Arrays.setAll(rows, i -> i);
    return new CsrMatrix(x.rows(), x.columns(), rows, starts, columns, values);
  }

  /** Held-out cells are left out. */
  private static SeenBlock left(MatrixBlock x, long firstRow, HeldOut held) {
    CsrMatrix all = x.toCsr();
    int[] columnKeys = held.columnKeys(x.columns());
    BitSet out = new BitSet(all.nonZeros());
    for (int i = 0; i < x.rows(); i++) {
      int rowKey = held.rowKey(firstRow + i);
      for (int p = all.rowStart(i); p < all.rowStart(i + 1); p++) {
        out.set(p, held.holds(rowKey, columnKeys[all.columnIds()[p]]));
      }
    }
    return new SeenBlock(x.ofSameKind(all.only(p -> !out.get(p))), all.only(out::get), true);
  }

  /** Held-out cells, stored or not, are zero; the mask takes their values. */
  private static SeenBlock zeroed(MatrixBlock x, CsrMatrix mask) {
    CsrMatrix all = x.toCsr();
    double[] kept = all.values().clone();
    for (int i = 0; i < mask.rows(); i++) {
      int p = all.rowStart(i);
      int end = all.rowStart(i + 1);
      for (int q = mask.rowStart(i); q < mask.rowStart(i + 1); q++) {
        while (p < end && all.columnIds()[p] < mask.columnIds()[q]) {
          p++;
        }
        if (p < end && all.columnIds()[p] == mask.columnIds()[q]) {
          mask.values()[q] = kept[p];
          kept[p] = 0;
        }
      }
    }
    return new SeenBlock(x.ofSameKind(all.withValues(kept)), mask, false);
  }

  /** The cells that are seen. */
  MatrixBlock seen() {
    return seen;
  }

  /** The cells that are held out. */
  CsrMatrix heldOut() {
    return heldOut;
  }

  /** How many cells are seen, each as often as it weighs. */
  double observed() {
    if (!isOfStored) {
      return (double) seen.rows() * seen.columns() - heldOut.nonZeros();
    }
    CsrMatrix cells = seen.toCsr();
    double sum = 0;
    for (int p = 0; p < cells.nonZeros(); p++) {
      sum += cells.weight(p);
    }
    return sum;
  }

  /**
   * Adds the terms of W, held-out cells being what is fitted to them.
   *
   * @param w rows of W of this block, not modified
   * @param ht H', not modified
   * @param terms of this block's rows, modified
   */
  void addRowTerms(Loss loss, Factor w, Factor ht, Factor terms) {
    loss.addRowTerms(seen, w, 0, ht, terms, 0);
    if (!isOfStored) {
      held.addRowTerms(loss.unseen(), w, 0, ht, terms, 0);
    }
  }

  /**
   * Adds the terms of H'.
   *
   * @param terms of all columns, modified
   */
  void addColumnTerms(Loss loss, Factor w, Factor ht, Factor terms) {
    loss.addColumnTerms(seen, w, 0, ht, 0, seen.columns(), terms);
    if (!isOfStored) {
      held.addColumnTerms(loss.unseen(), w, 0, ht, 0, seen.columns(), terms);
    }
  }

  /** What the held-out cells lose. */
  double lostUnseen(Loss loss, Factor w, Factor ht) {
    return held.loss(loss.unseen(), w, 0, ht);
  }

  /** What the zeros in their place lose, which is part of what is seen and none of the fit's. */
  double lostInPlace(Loss loss, Factor w, Factor ht) {
    if (isOfStored) {
      return 0;
    }
    if (zeros == null) {
      zeros = MatrixBlocks.observed(heldOut.withValues(new double[heldOut.nonZeros()]));
    }
    return zeros.loss(loss.unseen(), w, 0, ht);
  }
}
