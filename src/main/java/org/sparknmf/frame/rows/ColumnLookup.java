package org.sparknmf.frame.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.AxisIds;
import org.sparknmf.frame.MatrixFrame;

/**
 * Maps the column field of new data to the number that a model gives to that column: by its id or
 * by its position, of which one is null.
 */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record ColumnLookup(Broadcast<Map<Object, Integer>> byId, Broadcast<int[]> byPosition, HeldIds held)
    implements Serializable {
  /** The number of a column that the model does not know. */
  static final int UNKNOWN = -1;

  /**
   * A lookup for the columns of some data.
   *
   * @param columns where their ids come from
   * @param ids of the model's columns, strings or longs, by number
   */
  static ColumnLookup of(JavaSparkContext context, Axis columns, List<Object> ids) {
    HeldIds held = new HeldIds(!ids.isEmpty() && ids.get(0) instanceof Long);
    Map<Object, Integer> numbers = new HashMap<>();
    for (int j = 0; j < ids.size(); j++) {
      numbers.put(ids.get(j), j);
    }
    if (columns instanceof Axis.FromData) {
      return new ColumnLookup(context.broadcast(numbers), null, held);
    }
    int[] positions = new int[Math.toIntExact(AxisIds.size(columns).getAsLong())];
    for (int p = 0; p < positions.length; p++) {
      positions[p] = numbers.getOrDefault(held.of(AxisIds.id(columns, (long) p)), UNKNOWN);
    }
    return new ColumnLookup(null, context.broadcast(positions), held);
  }

  /** The number of a column, by its field in the data. */
  int numberOf(Object field) {
    return byId == null
        ? numberAt(Math.toIntExact((Long) field))
        : byId.value().getOrDefault(held.of(field), UNKNOWN);
  }

  /** The number of a column, by its position. */
  int numberAt(int position) {
    return byPosition.value()[position];
  }

  /** How many columns a frame has and how many of them the model does not know. */
  Count count(MatrixFrame frame) {
    if (byId == null) {
      int[] numbers = byPosition.value();
      long missing = Arrays.stream(numbers).filter(number -> number == UNKNOWN).count();
      return new Count(numbers.length, missing);
    }
    Optional<List<Row>> few = frame.inHand();
    if (few.isPresent()) {
      Set<Object> ids = few.get().stream().map(cell -> cell.get(1)).collect(Collectors.toSet());
      return new Count(ids.size(), ids.stream().filter(id -> numberOf(id) == UNKNOWN).count());
    }
    long all = 0;
    long unknown = 0;
    List<Integer> states =
        frame
            .data()
            .table()
            .select(MatrixFrame.COLUMN)
            .distinct()
            .toJavaRDD()
            .mapPartitions(this::countedIn)
            .collect();
    for (int i = 0; i < states.size(); i += 2) {
      all += states.get(i);
      unknown += states.get(i + 1);
    }
    return new Count(all, unknown);
  }

  private Iterator<Integer> countedIn(Iterator<Row> ids) {
    int all = 0;
    int unknown = 0;
    while (ids.hasNext()) {
      all++;
      unknown += numberOf(ids.next().get(0)) == UNKNOWN ? 1 : 0;
    }
    return List.of(all, unknown).iterator();
  }

  /**
   * Columns of some data.
   *
   * @param all how many there are
   * @param unknown how many of them the model lacks
   */
  record Count(long all, long unknown) {}
}
