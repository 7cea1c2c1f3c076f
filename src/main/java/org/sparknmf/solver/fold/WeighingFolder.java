package org.sparknmf.solver.fold;

import java.util.Arrays;
import org.sparknmf.solver.TfIdf;

/** Turns the counts of a row into weights before it is solved for. */
final class WeighingFolder implements RowFolder {
  private final TfIdf weights;
  private final RowFolder solver;

  WeighingFolder(TfIdf weights, RowFolder solver) {
    this.weights = weights;
    this.solver = solver;
  }

  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    double[] weighed = Arrays.copyOf(values, count);
    weights.weigh(columns, weighed, count);
    solver.fold(columns, weighed, count, w);
  }
}
