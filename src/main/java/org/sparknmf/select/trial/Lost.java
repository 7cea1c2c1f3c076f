package org.sparknmf.select.trial;

import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.loss.Loss;

/**
 * What a fit loses, in three sums over the cells.
 *
 * @param cells what the cells of the matrix as it is seen add to the loss; where the terms tell the
 *     loss, the sum of {@link Loss#cross}
 * @param inPlace part of the loss that is due to zeros in the place of held-out cells
 * @param unseen what the held-out cells lose
 */
record Lost(double cells, double inPlace, double unseen) {
  /** Numbers of each fit. */
  static final int NUMBERS = 3;

  /**
   * Adds what a block loses.
   *
   * @param w rows of W of the block, not modified
   * @param numbers modified, from {@code at} on
   */
  static void add(SeenBlock block, Loss loss, Factor w, Factor ht, double[] numbers, int at) {
    numbers[at] +=
        loss.needsBothFactors() ? loss.ofBlock(block.seen(), w, 0, ht) : cross(block, loss, w, ht);
    numbers[at + 1] += block.lostInPlace(loss, w, ht);
    numbers[at + 2] += block.lostUnseen(loss, w, ht);
  }

  private static double cross(SeenBlock block, Loss loss, Factor w, Factor ht) {
    Factor terms = Factor.zeros(w.precision(), w.rows(), loss.width(w.rank()));
    loss.addRowTerms(block.seen(), w, 0, ht, terms, 0);
    return loss.cross(terms, 0, w.rows(), w, 0);
  }

  /** What has been added up. */
  static Lost of(double[] numbers, int at) {
    return new Lost(numbers[at], numbers[at + 1], numbers[at + 2]);
  }
}
