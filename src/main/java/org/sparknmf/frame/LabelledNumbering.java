package org.sparknmf.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.sparknmf.engine.spark.SparkScope;

/** Labels given by position; sorted as Spark sorts strings, by their UTF-8 bytes. */
final class LabelledNumbering extends HeldNumbering {
  /** The number of the label at each position; null if that is the position. */
  private final int[] numbers;

  private LabelledNumbering(SparkSession spark, List<String> sorted, int[] numbers) {
    super(spark, DataTypes.StringType, sorted);
    this.numbers = numbers;
  }

  static LabelledNumbering of(SparkSession spark, Axis.Labelled axis) {
    List<String> labels = axis.labels();
    if (isAscending(labels)) {
      return new LabelledNumbering(spark, labels, null);
    }
    List<byte[]> bytes = new ArrayList<>(labels.size());
    labels.forEach(label -> bytes.add(bytes(label)));
    List<Integer> order = new ArrayList<>(bytes.size());
    for (int position = 0; position < bytes.size(); position++) {
      order.add(position);
    }
    order.sort(Comparator.comparing(bytes::get, Arrays::compareUnsigned));
    int[] numbers = new int[bytes.size()];
    List<String> inOrder = new ArrayList<>(bytes.size());
    for (int number = 0; number < numbers.length; number++) {
      numbers[order.get(number)] = number;
      inOrder.add(labels.get(order.get(number)));
    }
    return new LabelledNumbering(spark, Collections.unmodifiableList(inOrder), numbers);
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

  /** A map from positions to numbers; what has to be broadcast belongs to the scope. */
  PositionMap positions(SparkScope scope) {
    return numbers == null ? PositionMap.identity() : new PositionMap(scope.broadcast(numbers));
  }
}
