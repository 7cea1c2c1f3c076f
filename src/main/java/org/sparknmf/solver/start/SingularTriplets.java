package org.sparknmf.solver.start;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.GramEigen;
import org.sparknmf.linalg.PivotedCholesky;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.update.Workspace;

/**
 * The leading singular triplets X ~= U diag(sigma) V' that {@link SubspaceIteration} has found, as
 * maps of the rows of its factors.
 *
 * <p>With H' = X' orth(W), the singular value decomposition of orth(W)'X = H follows from HH' = B
 * diag(sigma^2) B': U = orth(W) B and V = H' B diag(1 / sigma) (Halko, Martinsson and Tropp, SIAM
 * Review 53, 2011, section 5.1).
 */
public final class SingularTriplets implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int columns;
  private final double[] values;
  private final double[] left;
  private final double[] right;

  /**
   * The first triplets after an update of W, then of H.
   *
   * @param wGram W'W (l x l) from which H was updated, not modified
   * @param htGram HH' (l x l) of the updated H, not modified
   * @param columns l
   * @param rank k, at most l
   */
  public SingularTriplets(double[] wGram, double[] htGram, int columns, int rank) {
    this.columns = columns;
    this.values = new double[rank];
    this.right = new double[columns * columns];
    GramEigen eigen = new GramEigen(htGram, columns);
    double[] basis = new double[columns * columns];
    for (int c = 0; c < rank; c++) {
      values[c] = Math.sqrt(eigen.values()[c]);
      for (int i = 0; i < columns; i++) {
        basis[i * columns + c] = eigen.vector(i, c);
        right[i * columns + c] = values[c] == 0 ? 0 : eigen.vector(i, c) / values[c];
      }
    }
    this.left = new double[columns * columns];
    double[] orthonormalizer = PivotedCholesky.of(wGram, columns).orthonormalizer();
    TallFactor.timesSquare(orthonormalizer, 0, columns, columns, basis, left);
  }

  /** k. */
  public int rank() {
    return values.length;
  }

  /** sigma, the largest first; 0 beyond the rank of X; a fresh copy. */
  public double[] values() {
    return values.clone();
  }

  double value(int component) {
    return values[component];
  }

  /**
   * Adds the squares of the positive entries of each column of U (for H: of V) to the first k sums,
   * those of the negative ones to the last k, rows in order. The sums continue from the values
   * found, so that consecutive pieces give the bits of the whole.
   *
   * @param side which factor the rows are of
   * @param factor W or H' (l columns), not modified
   * @param firstRow first row to add
   * @param count how many
   * @param sums 2 k numbers, modified
   */
  public void addPartNorms(
      RandomStart.FactorName side, Factor factor, int firstRow, int count, double[] sums) {
    int rank = rank();
    forEachRow(
        side,
        factor,
        firstRow,
        count,
        (row, vectors, offset) -> {
          for (int c = 0; c < rank; c++) {
            double entry = vectors[offset + c];
            int sum = entry > 0 ? c : rank + c;
            sums[sum] = Math.fma(entry, entry, sums[sum]);
          }
        });
  }

  /** Gives consecutive rows of U (for H: of V) in order. */
  void forEachRow(
      RandomStart.FactorName side, Factor factor, int firstRow, int count, RowOfVectors use) {
    double[] map = side == RandomStart.FactorName.W ? left : right;
    Workspace workspace = new Workspace(columns);
    double[] rows = new double[workspace.mostRows() * columns];
    for (int i = 0; i < count; i += workspace.mostRows()) {
      int some = Math.min(workspace.mostRows(), count - i);
      factor.read(firstRow + i, some, rows);
      TallFactor.timesSquare(rows, 0, some, columns, map, workspace.rows());
      for (int r = 0; r < some; r++) {
        use.accept(i + r, workspace.rows(), r * columns);
      }
    }
  }

  /** What is done with a row. */
  @FunctionalInterface
  interface RowOfVectors {
    /**
     * Takes one row.
     *
     * @param row its number, from 0
     * @param vectors holds its k entries, not modified
     * @param offset where they begin
     */
    void accept(int row, double[] vectors, int offset);
  }
}
