package org.sparknmf.solver.start;

import java.util.Arrays;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.loop.LocalRowSide;
import org.sparknmf.solver.loop.RowSide;
import org.sparknmf.solver.loss.Residual;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.Rules;

/** Start values from singular vectors on one block: the oracle of every engine. */
public final class LocalNndsvd {
  private final MatrixBlock x;
  private final double mean;
  private final int rank;
  private final long seed;
  private final Factor w;
  private final Factor ht;
  private final SingularTriplets triplets;

  /** Finds the leading singular triplets of a block. */
  public LocalNndsvd(MatrixBlock x, int rank, long seed) {
    this.x = x;
    this.mean = Arrays.stream(x.toCsr().values()).sum() / ((double) x.rows() * x.columns());
    this.rank = rank;
    this.seed = seed;
    int columns = SubspaceIteration.columns(rank, x.rows(), x.columns());
    double[] start = new double[x.columns() * columns];
    SubspaceIteration.fillStart(columns, 0, start);
    this.ht = DoubleFactor.of(start, columns);
    this.w = ht.zerosLike(x.rows());
    Rules rules = SubspaceIteration.rules(1);
    RowSide rows = new LocalRowSide(x, w, rules);
    double[] wGram = null;
    for (int iteration = 0; iteration < SubspaceIteration.ITERATIONS; iteration++) {
      FactorSums sums = rows.update(ht, ht.gram());
      FactorUpdate.apply(
          rules.columns(), ht, 0, x.columns(), sums.product(0), 0, sums.statistics());
      wGram = sums.statistics();
    }
    this.triplets = new SingularTriplets(wGram, ht.gram(), columns, rank);
  }

  /** Singular values, the largest first. */
  public double[] values() {
    return triplets.values();
  }

  /** U (m x k) or V (n x k), row-major. */
  public double[] vectors(RandomStart.FactorName side) {
    Factor factor = side == RandomStart.FactorName.W ? w : ht;
    double[] vectors = new double[factor.rows() * rank];
    triplets.forEachRow(
        side,
        factor,
        0,
        factor.rows(),
        (row, entries, offset) -> System.arraycopy(entries, offset, vectors, row * rank, rank));
    return vectors;
  }

  /** ||X - U diag(sigma) V'||^2, cell by cell. */
  public double squaredError() {
    double[] scaled = vectors(RandomStart.FactorName.W);
    for (int p = 0; p < scaled.length; p++) {
      scaled[p] *= triplets.value(p % rank);
    }
    return squaredError(scaled, vectors(RandomStart.FactorName.H));
  }

  /** ||X - WH||^2 of any factors, cell by cell. */
  public double squaredError(double[] left, double[] right) {
    return new Residual(DoubleFactor.of(right, rank)).ofBlock(x, DoubleFactor.of(left, rank), 0);
  }

  /** Start values of both factors. */
  public Start start(ZeroFill fill) {
    return start(fill, Math.max(x.rows(), x.columns()));
  }

  /** The same, computed in pieces of so many rows. */
  Start start(ZeroFill fill, int piece) {
    double[] wParts = partNorms(RandomStart.FactorName.W, w, piece);
    double[] hParts = partNorms(RandomStart.FactorName.H, ht, piece);
    Nndsvd nndsvd = new Nndsvd(triplets, wParts, hParts, mean, fill, seed);
    return new Start(
        rows(nndsvd, RandomStart.FactorName.W, w, piece),
        rows(nndsvd, RandomStart.FactorName.H, ht, piece));
  }

  private double[] partNorms(RandomStart.FactorName side, Factor factor, int piece) {
    double[] sums = new double[2 * rank];
    for (int i = 0; i < factor.rows(); i += piece) {
      triplets.addPartNorms(side, factor, i, Math.min(piece, factor.rows() - i), sums);
    }
    return sums;
  }

  private double[] rows(Nndsvd nndsvd, RandomStart.FactorName side, Factor factor, int piece) {
    double[] all = new double[factor.rows() * rank];
    for (int i = 0; i < factor.rows(); i += piece) {
      int count = Math.min(piece, factor.rows() - i);
      DoubleFactor some = DoubleFactor.of(new double[count * rank], rank);
      nndsvd.startRows(side, factor, i, count, i, some);
      System.arraycopy(some.entries(), 0, all, i * rank, count * rank);
    }
    return all;
  }

  /** Start values of both factors. */
  public static final class Start {
    private final double[] w;
    private final double[] ht;

    private Start(double[] w, double[] ht) {
      this.w = w;
      this.ht = ht;
    }

    /** W (m x k), row-major. */
    public double[] w() {
      return w;
    }

    /** H' (n x k), row-major. */
    public double[] ht() {
      return ht;
    }
  }
}
