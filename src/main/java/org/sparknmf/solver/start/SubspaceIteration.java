package org.sparknmf.solver.start;

import java.util.Arrays;
import org.sparknmf.linalg.PivotedCholesky;
import org.sparknmf.linalg.Precision;
import org.sparknmf.linalg.TallFactor;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.loss.FactorRows;
import org.sparknmf.solver.loss.FrobeniusLoss;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.solver.update.UpdateRule;
import org.sparknmf.solver.update.Workspace;

/**
 * F = P M, where A M has orthonormal columns that span those of A (A'A = G gives M): half a step of
 * subspace iteration (Halko, Martinsson and Tropp, SIAM Review 53, 2011, algorithm 4.4).
 *
 * <p>In turn for both factors it gives W = X orth(H') and H' = X' orth(W), whose columns turn
 * towards the leading singular vectors of X; {@link SingularTriplets} reads them off.
 */
public final class SubspaceIteration implements UpdateRule {
  private static final long serialVersionUID = 1L;

  /**
   * How often both factors are updated: about the time of twelve multiplicative iterations.
   * Relative error of the singular values, the worst of ten seeds and of the k values: 1e-5 for
   * images (digits), 6e-3 for counts of words (Bible) at rank 10; 9e-4 and 1.4e-2 at rank 20. Each
   * one more would divide them by two to ten; a start does not need it.
   */
  public static final int ITERATIONS = 5;

  /** The seed, the same for every run: singular vectors are no matter of chance. */
  private static final long SEED = 20_080_401;

  /** Columns beyond the rank, as in scikit-learn: they speed up the last of those wanted. */
  private static final int EXTRA_COLUMNS = 10;

  /** The map of the Gram matrix seen last, the same for all rows of a factor. */
  private transient volatile Map latest;

  /**
   * l = min(k + 10, m, n): the columns of both factors while the rule runs.
   *
   * @param rank k, at most the smaller side of X
   * @param rows m
   * @param columns n
   */
  public static int columns(int rank, long rows, int columns) {
    int side = (int) Math.min(rows, columns);
    if (rank > side) {
      throw new InvalidSettingException(
          ("rank must be at most min(rows, columns) = %s for a start from singular vectors, got %s;"
                  + " lower --rank or take --init random")
              .formatted(side, rank));
    }
    return Math.min(rank + EXTRA_COLUMNS, side);
  }

  /**
   * Fills consecutive rows of the H' (n x l) to start from with standard normal numbers, the same
   * for every run.
   *
   * @param columns l
   * @param firstRow number of the first row
   * @param target row-major (rows x l), overwritten
   */
  public static void fillStart(int columns, long firstRow, double[] target) {
    HashNormal normal = new HashNormal(SEED, HashNormal.Purpose.SUBSPACE);
    for (int p = 0; p < target.length; p++) {
      target[p] = normal.at(firstRow + p / columns, p % columns);
    }
  }

  @Override
  public double update(FactorRows rows, Workspace workspace) {
    int rank = workspace.rank();
    double[] map = orthonormalizer(rows.statistics(), rank);
    double[] updated = workspace.rows();
    for (int i = 0; i < rows.count(); i += workspace.mostRows()) {
      FactorRows some = rows.window(i, workspace.mostRows());
      TallFactor.timesSquare(some.terms(), some.termsFirst(), some.count(), rank, map, updated);
      System.arraycopy(updated, 0, some.factor(), some.first() * rank, some.count() * rank);
    }
    return 0;
  }

  /**
   * Rules for the alternation that finds singular vectors; what they minimise is of no interest.
   */
  public static Rules rules(double squaredNorm) {
    UpdateRule rule = new SubspaceIteration();
    Loss loss = new FrobeniusLoss(squaredNorm, Precision.DOUBLE);
    return new Rules(loss, rule, rule, Penalty.NONE, Penalty.NONE, Extrapolation.NONE);
  }

  /** Threads that need a new one at once may each compute it: they get the same bits. */
  private double[] orthonormalizer(double[] gram, int rank) {
    Map map = latest;
    if (map == null || !map.isOf(gram, rank)) {
      map = new Map(gram, rank);
      latest = map;
    }
    return map.orthonormalizer;
  }

  /** What one Gram matrix leads to. */
  private static final class Map {
    private final double[] gram;
    private final double[] orthonormalizer;

    Map(double[] gram, int rank) {
      this.gram = Arrays.copyOf(gram, rank * rank);
      this.orthonormalizer = PivotedCholesky.of(gram, rank).orthonormalizer();
    }

    boolean isOf(double[] other, int rank) {
      return gram.length == rank * rank
          && Arrays.equals(gram, 0, gram.length, other, 0, gram.length);
    }
  }
}
