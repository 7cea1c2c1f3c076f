package org.sparknmf.solver.loss;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.sparknmf.linalg.CellTerms;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.MatrixSummary;

/**
 * How far WH is from X, and what a pass over X must bring so that a factor can be improved: some
 * numbers for each of its rows, the <em>terms</em>, which add up over blocks of X.
 */
public interface Loss extends Serializable {

  /** Numbers for each row of a factor of this rank, W or H. */
  int width(int rank);

  /** Whether the terms of H depend on H too, not on X and W alone. */
  boolean needsBothFactors();

  /** Whether cells that are zero cost as much as others. */
  boolean everyCell();

  /**
   * Adds the terms of the rows of a block.
   *
   * @param x the block, not modified
   * @param w W, not modified
   * @param wRow row of W where the block begins
   * @param ht H', not modified
   * @param terms modified in this block's rows
   * @param termsRow row of the terms where the block begins
   */
  void addRowTerms(MatrixBlock x, Factor w, int wRow, Factor ht, Factor terms, int termsRow);

  /**
   * Adds the terms of some columns of a block.
   *
   * @param ht H', not modified; arbitrary if {@link #needsBothFactors} is false
   * @param fromColumn first column
   * @param toColumn one beyond the last
   * @param terms modified: row 0 belongs to {@code fromColumn}
   */
  void addColumnTerms(
      MatrixBlock x, Factor w, int wRow, Factor ht, int fromColumn, int toColumn, Factor terms);

  /** What the cells of a block contribute, for {@link #complete}, summed cell by cell. */
  double ofBlock(MatrixBlock x, Factor w, int wRow, Factor ht);

  /**
   * The loss from the sum over all blocks.
   *
   * @param cells sum of {@link #ofBlock}
   * @param wStatistics of W, not modified
   * @param htStatistics of H', not modified
   */
  default double complete(double cells, double[] wStatistics, double[] htStatistics, int rank) {
    return cells;
  }

  /**
   * What the terms of some rows of a factor F add to the loss, for {@link #fromSums}, rows in
   * order: unless overridden the trace of T'F for the terms T.
   *
   * @param terms holds T from row {@code termsRow} on, not modified
   * @param count how many rows
   * @param factor holds F from row {@code row} on, not modified
   */
  default double cross(Factor terms, int termsRow, int count, Factor factor, int row) {
    return terms.dot(termsRow, count, factor, row);
  }

  /**
   * Whether the terms of H tell what the cells lose by the factors that the terms come from; then
   * {@link #told} is the sum of {@link #ofBlock} but for the order of the additions.
   */
  default boolean isToldByTerms() {
    return false;
  }

  /**
   * What the cells of some columns lose, for {@link #complete}, where the terms tell it.
   *
   * @param terms of H, not modified
   */
  default double told(Factor terms, int firstRow, int rows) {
    throw new UnsupportedOperationException("the terms do not tell the loss");
  }

  /**
   * The loss without a pass, where the terms of H tell it; else empty.
   *
   * @param cross sum of {@link #cross} over H
   */
  OptionalDouble fromSums(double cross, double[] wStatistics, double[] htStatistics, int rank);

  /** Whether a loss from sums is so small that it has lost its digits. */
  boolean isCancelled(double loss);

  /**
   * The loss that counts as 1 when errors are told relative to X; empty if it is that of the best
   * constant fit, see {@link #ofConstant}.
   */
  OptionalDouble yardstick();

  /**
   * The loss if one value fits all cells.
   *
   * @param cells sum of {@link #ofBlock(MatrixBlock, double)} over all blocks
   */
  default double ofConstant(double cells, double value, MatrixSummary x) {
    return cells;
  }

  /** What the cells of a block contribute if one value fits them all. */
  default double ofBlock(MatrixBlock x, double value) {
    ConstantFit fit = ConstantFit.of(x, value);
    return ofBlock(x, fit.w(), 0, fit.ht());
  }

  /**
   * What cells mean that a fit does not see. Where those that are not stored are zero, a zero
   * stands in the place of each: the terms are what is to be added to those of the zero, so that
   * the cell counts as if it were what is fitted to it, and the loss is that of the cell alone.
   */
  CellTerms unseen();

  /**
   * The gradient for some rows of a factor.
   *
   * @param rows of F, not modified
   * @param gradient (rows x rank) overwritten from its beginning
   */
  void gradient(FactorRows rows, int rank, double[] gradient);
}
