package io.github.sparknmf.frame;

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

/** Labels given by position; sorted as Spark sorts strings, by their UTF-8 bytes. */
final class LabelledNumbering implements Numbering {
  private final SparkSession spark;
  private final List<String> sorted;
  private final int[] numbers;

  LabelledNumbering(SparkSession spark, Axis.Labelled axis) {
    this.spark = spark;
    List<byte[]> bytes = new ArrayList<>(axis.labels().size());
    axis.labels().forEach(label -> bytes.add(label.getBytes(StandardCharsets.UTF_8)));
    List<Integer> order = new ArrayList<>(bytes.size());
    for (int position = 0; position < bytes.size(); position++) {
      order.add(position);
    }
    order.sort(Comparator.comparing(bytes::get, Arrays::compareUnsigned));
    this.numbers = new int[bytes.size()];
    List<String> labels = new ArrayList<>(bytes.size());
    for (int number = 0; number < numbers.length; number++) {
      numbers[order.get(number)] = number;
      labels.add(axis.labels().get(order.get(number)));
    }
    this.sorted = Collections.unmodifiableList(labels);
  }

  /** The number of the label at each position; not to be modified. */
  int[] numbers() {
    return numbers;
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
