package io.github.sparknmf.ml;

import io.github.sparknmf.solver.FoldIn;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** From the cells (row id, column id, value) of new rows to (row id, weights). */
final class FoldCells implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<FoldIn> model;
  private final Broadcast<Map<Object, Integer>> columns;
  private final FoldFunction function;

  FoldCells(Broadcast<FoldIn> model, Broadcast<Map<Object, Integer>> columns) {
    this.model = model;
    this.columns = columns;
    this.function = new FoldFunction(model);
  }

  /** Which number each id has. */
  static Map<Object, Integer> numbers(List<Object> ids) {
    Map<Object, Integer> numbers = new HashMap<>();
    for (int j = 0; j < ids.size(); j++) {
      numbers.put(ids.get(j), j);
    }
    return numbers;
  }

  /** Repeated cells are added up; those of columns that the model does not know are left out. */
  JavaRDD<Row> fold(JavaRDD<Row> cells) {
    return cells
        .mapToPair(cell -> new Tuple2<>(cell.get(0), new Tuple2<>(cell.get(1), cell.getDouble(2))))
        .groupByKey()
        .map(row -> RowFactory.create(row._1(), Vectors.dense(weights(row._2()))));
  }

  private double[] weights(Iterable<Tuple2<Object, Double>> cells) {
    SortedMap<Integer, double[]> known = new TreeMap<>();
    for (Tuple2<Object, Double> cell : cells) {
      Integer number = columns.getValue().get(cell._1());
      if (number != null) {
        known.merge(number, new double[] {cell._2()}, FoldCells::joined);
      }
    }
    int[] numbers = new int[known.size()];
    double[] values = new double[known.size()];
    int p = 0;
    for (Map.Entry<Integer, double[]> cell : known.entrySet()) {
      numbers[p] = cell.getKey();
      // In ascending order, so that the sum has the same bits wherever its terms come from.
      values[p++] = Arrays.stream(cell.getValue()).sorted().reduce(0, Double::sum);
    }
    return function.weights(model.getValue(), numbers, values);
  }

  private static double[] joined(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
