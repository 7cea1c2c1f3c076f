package org.sparknmf.fit;

import java.util.List;
import java.util.Optional;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.factor.SavedRows;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.solver.Cosines;

/** Compares what several fits have come to. */
final class ConsensusStart {
  private final List<SavedFactor> hts;
  private final int rank;
  private final Cosines cosines;
  private final CommonComponents common;
  private final double length;

  /**
   * Compares the components of several fits.
   *
   * @param hts H' of each fit of X
   * @param threshold see {@link CommonComponents}
   */
  ConsensusStart(List<SavedFactor> hts, double threshold, DistributedMatrix x) {
    this.hts = List.copyOf(hts);
    this.rank = x.grid().rank();
    this.cosines = new Cosines(gram(), rank * hts.size());
    this.common = new CommonComponents(cosines, rank, threshold);
    // Entries of the size that random start values have: W starts from such.
    this.length = Math.sqrt(x.summary().mean() / rank * columns(x));
  }

  /** The columns of X as it was given. */
  static long columns(DistributedMatrix x) {
    boolean turned = x.grid().orientation() == Orientation.COLUMNS;
    return turned ? x.grid().rows() : x.grid().columns();
  }

  /** Inner products of all components, column after column of X: the same bits for any parts. */
  private double[] gram() {
    int all = rank * hts.size();
    double[] gram = new double[all * all];
    double[] row = new double[all];
    for (SavedRows part : hts.get(0).index().parts()) {
      List<double[]> values = hts.stream().map(ht -> rows(ht, part)).toList();
      for (int j = 0; j < part.rows(); j++) {
        for (int f = 0; f < hts.size(); f++) {
          System.arraycopy(values.get(f), j * rank, row, f * rank, rank);
        }
        addProducts(row, gram);
      }
    }
    return gram;
  }

  private static double[] rows(SavedFactor ht, SavedRows part) {
    return ht.rows(part.firstRow(), part.rows(), ht.index().rank(), ht.index().precision())
        .toArray();
  }

  private static void addProducts(double[] row, double[] gram) {
    for (int a = 0; a < row.length; a++) {
      double value = row[a];
      if (value == 0) {
        continue;
      }
      for (int b = 0; b < row.length; b++) {
        gram[a * row.length + b] += value * row[b];
      }
    }
  }

  /** What came out. */
  Consensus found() {
    boolean isEnough = common.isEnough();
    return new Consensus(
        hts.size(),
        cosines.size(),
        common.leftOut(),
        isEnough ? common.silhouette() : Double.NaN,
        isEnough);
  }

  /** H' of what the fits have in common; empty if that is too little. */
  Optional<FactorStart> ht() {
    if (!common.isEnough()) {
      return Optional.empty();
    }
    double[] scales = new double[cosines.size()];
    for (int p = 0; p < scales.length; p++) {
      scales[p] = cosines.length(p) > 0 ? length / cosines.length(p) : 0;
    }
    return Optional.of(new CommonStart(hts, common.members(), scales));
  }
}
