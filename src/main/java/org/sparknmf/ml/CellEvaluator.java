package org.sparknmf.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.rows.HeldIds;
import org.sparknmf.frame.rows.NewRows;
import org.sparknmf.frame.rows.RowCells;
import org.sparknmf.solver.ExactSums;
import org.sparknmf.solver.fold.FoldIn;
import scala.Tuple2;

/** Evaluates a model on cells of its own rows and columns. */
record CellEvaluator(Broadcast<FoldIn> model) implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int SQUARES = 0;
  private static final int ABSOLUTE = 1;

  /** Counts of cells, before the sums of the state. */
  private static final int PREDICTED = 0;

  private static final int UNKNOWN = 1;
  private static final int COUNTS = 2;

  /**
   * Compares cells with their fitted values.
   *
   * @param rows with stored zeros
   * @param w {@code id, factors}
   */
  CellEvaluation evaluate(NewRows rows, Dataset<Row> w) {
    HeldIds held = HeldIds.of(w.schema().apply(Numbering.ID).dataType());
    JavaPairRDD<Object, Tuple2<int[], double[]>> cells =
        rows.cells()
            .mapToPair(
                r -> new Tuple2<>(held.of(r.id()), new Tuple2<>(withUnknown(r), r.values())));
    JavaPairRDD<Object, double[]> weights =
        w.toJavaRDD().mapToPair(row -> new Tuple2<>(row.get(0), weights(row.getList(1))));
    long[] state =
        cells.cogroup(weights).values().mapPartitions(this::state).fold(new long[0], LongSums::of);
    ExactSums sums = ExactSums.of(Arrays.copyOfRange(state, COUNTS, state.length));
    double count = state[PREDICTED];
    return new CellEvaluation(
        state[PREDICTED],
        state[UNKNOWN],
        Math.sqrt(sums.value(SQUARES) / count),
        sums.value(ABSOLUTE) / count);
  }

  /** The columns, and one more for each cell in a column that the model lacks. */
  private static int[] withUnknown(RowCells row) {
    int[] columns = Arrays.copyOf(row.columns(), row.columns().length + row.unknown());
    Arrays.fill(columns, row.columns().length, columns.length, -1);
    return columns;
  }

  private static double[] weights(List<Double> factors) {
    return factors.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Iterator<long[]> state(
      Iterator<Tuple2<Iterable<Tuple2<int[], double[]>>, Iterable<double[]>>> rows) {
    long[] counts = new long[COUNTS];
    ExactSums sums = new ExactSums(2);
    rows.forEachRemaining(
        row -> {
          Iterator<double[]> weights = row._2().iterator();
          double[] w = weights.hasNext() ? weights.next() : null;
          row._1().forEach(cells -> add(cells._1(), cells._2(), w, counts, sums));
        });
    long[] state = Arrays.copyOf(counts, COUNTS + ExactSums.length(2));
    System.arraycopy(sums.state(), 0, state, COUNTS, state.length - COUNTS);
    return List.of(state).iterator();
  }

  private void add(int[] columns, double[] values, double[] w, long[] counts, ExactSums sums) {
    int predicted = w == null ? 0 : values.length;
    for (int p = 0; p < predicted; p++) {
      double error = values[p] - model.value().fitted(w, columns[p]);
      sums.add(SQUARES, error * error);
      sums.add(ABSOLUTE, Math.abs(error));
    }
    counts[PREDICTED] += predicted;
    counts[UNKNOWN] += columns.length - predicted;
  }
}
