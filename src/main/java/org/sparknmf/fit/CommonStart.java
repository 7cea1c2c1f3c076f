package org.sparknmf.fit;

import java.util.Arrays;
import java.util.List;
import org.sparknmf.engine.factor.FactorStart;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/**
 * The medians of components that belong together, entry by entry, each scaled to length 1 before.
 * They are found wherever they are asked for, from what the fits have saved.
 *
 * @param hts H' of each fit, all of one rank
 * @param members for each component those that belong to it, by number among those of all fits
 * @param scales what each of all is multiplied by
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record CommonStart(List<SavedFactor> hts, List<List<Integer>> members, double[] scales)
    implements FactorStart {

  /** Copies the lists and the array. */
  CommonStart {
    hts = List.copyOf(hts);
    members = List.copyOf(members);
    scales = scales.clone();
  }

  @Override
  public void fill(long firstRow, double[] target) {
    int rank = members.size();
    int count = target.length / rank;
    List<double[]> rows = hts.stream().map(ht -> rows(ht, firstRow, count)).toList();
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < rank; c++) {
        target[i * rank + c] = median(rows, i, members.get(c));
      }
    }
  }

  /** Some rows, each saved factor read only once. */
  @Override
  public Factor rows(long firstRow, int count, int rank, Precision precision) {
    double[] values = new double[count * rank];
    fill(firstRow, values);
    Factor factor = Factor.zeros(precision, count, rank);
    factor.write(0, count, values);
    return factor;
  }

  private static double[] rows(SavedFactor ht, long firstRow, int count) {
    return ht.rows(firstRow, count, ht.index().rank(), ht.index().precision()).toArray();
  }

  private double median(List<double[]> rows, int row, List<Integer> components) {
    int rank = members.size();
    double[] values = new double[components.size()];
    for (int p = 0; p < values.length; p++) {
      int component = components.get(p);
      double value = rows.get(component / rank)[row * rank + component % rank];
      values[p] = value * scales[component];
    }
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
