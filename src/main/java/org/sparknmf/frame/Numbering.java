package org.sparknmf.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.matrix.IdKeys;
import org.sparknmf.engine.spark.SparkScope;

/** The ids of one axis in ascending order; the place of an id in that order is its number. */
public interface Numbering {
  /** Field of {@link #table} with the number. */
  String NUMBER = "number";

  /** Field of {@link #table} with the id. */
  String ID = "id";

  /** The types of ids that are held as longs. */
  Set<DataType> INTEGERS =
      Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);

  /** The most ids that may be sent to every machine. */
  long FEW = 1 << 18;

  /** How many ids there are. */
  long size();

  /** String or long. */
  DataType idType();

  /** All ids with their numbers, in no particular order. */
  Dataset<Row> table();

  /** The ids of some numbers, on the driver. */
  default Map<Long, Object> ids(Collection<Long> numbers) {
    List<Object> all = all();
    Map<Long, Object> ids = new HashMap<>();
    numbers.forEach(number -> ids.put(number, all.get(Math.toIntExact(number))));
    return ids;
  }

  /** Whether the driver has all ids, or may have them. */
  default boolean mayBeHere() {
    return size() <= FEW;
  }

  /** All ids in order of their numbers, on the driver. */
  List<Object> all();

  /**
   * Ids in the place of numbers.
   *
   * @param numbered {@link #NUMBER} and other fields, ascending
   * @return {@link #ID} and the other fields, in the same order
   */
  default Dataset<Row> named(Dataset<Row> numbered) {
    // What joins a broadcast stays where it is, in its order; else both sides are shuffled.
    return renamed(
        size() <= FEW
            ? numbered.join(functions.broadcast(table()), NUMBER)
            : numbered.join(table(), NUMBER).sort(NUMBER));
  }

  /**
   * Ids in the place of numbers, in so many partitions where rows have to move for it; else in
   * those that they are in.
   *
   * @param numbered {@link #NUMBER} and other fields, ascending
   * @return {@link #ID} and the other fields, in the same order
   */
  default Dataset<Row> named(Dataset<Row> numbered, int partitions) {
    return size() <= FEW
        ? named(numbered)
        : renamed(
            numbered
                .join(table(), NUMBER)
                .repartitionByRange(partitions, functions.col(NUMBER))
                .sortWithinPartitions(NUMBER));
  }

  private static Dataset<Row> renamed(Dataset<Row> both) {
    List<Column> fields = new ArrayList<>(List.of(functions.col(ID)));
    Arrays.stream(both.columns())
        .filter(name -> !name.equals(NUMBER) && !name.equals(ID))
        .map(functions::col)
        .forEach(fields::add);
    return both.select(fields.toArray(Column[]::new));
  }

  /** Numbers that follow from the ids alone; what has to be broadcast belongs to the scope. */
  default IdKeys keys(SparkScope scope) {
    return IdHashes.of(this, scope);
  }

  /** The schema of {@link #table}. */
  default StructType schema() {
    return new StructType().add(ID, idType(), false).add(NUMBER, DataTypes.LongType, false);
  }
}
