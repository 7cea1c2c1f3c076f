package org.sparknmf.solver.fold;

import java.util.Arrays;
import org.sparknmf.solver.TfIdf;

/** Turns the counts of a row into weights before it is solved for. */
record WeighingFolder(TfIdf weights, RowFolder solver) implements RowFolder {
  @Override
  public void fold(int[] columns, double[] values, int count, double[] w) {
    double[] weighed = Arrays.copyOf(values, count);
    weights.weigh(columns, weighed, count);
    solver.fold(columns, weighed, count, w);
  }
}
