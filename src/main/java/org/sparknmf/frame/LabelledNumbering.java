package org.sparknmf.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.sparknmf.engine.spark.SparkScope;

/** Labels given by position; sorted as Spark sorts strings, by their UTF-8 bytes. */
final class LabelledNumbering implements Numbering {
  private final SparkSession spark;
  private final List<String> sorted;

  /** The number of the label at each position; null if that is the position. */
  private final int[] numbers;

  LabelledNumbering(SparkSession spark, Axis.Labelled axis) {
    this.spark = spark;
    List<String> labels = axis.labels();
    if (isAscending(labels)) {
      this.numbers = null;
      this.sorted = labels;
      return;
    }
    List<byte[]> bytes = new ArrayList<>(labels.size());
    labels.forEach(label -> bytes.add(bytes(label)));
    List<Integer> order = new ArrayList<>(bytes.size());
    for (int position = 0; position < bytes.size(); position++) {
      order.add(position);
    }
    order.sort(Comparator.comparing(bytes::get, Arrays::compareUnsigned));
    this.numbers = new int[bytes.size()];
    List<String> inOrder = new ArrayList<>(bytes.size());
    for (int number = 0; number < numbers.length; number++) {
      numbers[order.get(number)] = number;
      inOrder.add(labels.get(order.get(number)));
    }
    this.sorted = Collections.unmodifiableList(inOrder);
  }

  private static boolean isAscending(List<String> labels) {
    byte[] last = {};
    for (String label : labels) {
      byte[] bytes = bytes(label);
      if (Arrays.compareUnsigned(last, bytes) >= 0) {
        return false;
      }
      last = bytes;
    }
    return true;
  }

  private static byte[] bytes(String label) {
    return label.getBytes(StandardCharsets.UTF_8);
  }

  /** A map from positions to numbers; what has to be broadcast belongs to the scope. */
  PositionMap positions(SparkScope scope) {
    return numbers == null ? PositionMap.identity() : new PositionMap(scope.broadcast(numbers));
  }

  @Override
  public long size() {
    return sorted.size();
  }

  @Override
  public DataType idType() {
    return DataTypes.StringType;
  }

  @Override
  public Dataset<Row> table() {
    List<Row> rows = new ArrayList<>(sorted.size());
    for (int number = 0; number < sorted.size(); number++) {
      rows.add(RowFactory.create(sorted.get(number), (long) number));
    }
    return spark.createDataFrame(rows, schema());
  }

  @Override
  public Map<Long, Object> ids(Collection<Long> numbers) {
    Map<Long, Object> ids = new HashMap<>();
    numbers.forEach(number -> ids.put(number, sorted.get(Math.toIntExact(number))));
    return ids;
  }
}
