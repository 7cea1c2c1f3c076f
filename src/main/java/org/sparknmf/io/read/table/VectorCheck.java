package org.sparknmf.io.read.table;

import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.sparknmf.io.read.text.Numerals;

/** Makes vectors out of stored vectors or arrays, all of one size, and finds what is wrong. */
record VectorCheck(int size) implements RowCheck {

  @Override
  public String refusal(Row stored) {
    if (stored.isNullAt(1)) {
      return "the vector is null; every row needs one: fill it in or remove the row";
    }
    int found = size(stored);
    if (found != size) {
      return "a vector of %d values; the first row has %d, and all must have as many: correct it"
          .formatted(found, size);
    }
    return hasNull(stored)
        ? "the array has a null; all values must be numbers: fill it in or remove the row"
        : null;
  }

  @Override
  public String problem(Row stored) {
    String refusal = refusal(stored);
    if (refusal != null) {
      return refusal;
    }
    Vector vector = contents(stored);
    for (int i = 0; i < vector.size(); i++) {
      String problem = Numerals.problem(vector.apply(i), "value");
      if (problem != null) {
        return "position %d: %s".formatted(i, problem);
      }
    }
    return null;
  }

  /** Number of values of the vector, which is not null. */
  static int size(Row stored) {
    return stored.get(1) instanceof Vector vector ? vector.size() : stored.getList(1).size();
  }

  private static boolean hasNull(Row stored) {
    return !(stored.get(1) instanceof Vector) && stored.getList(1).contains(null);
  }

  @Override
  public Vector contents(Row stored) {
    if (stored.get(1) instanceof Vector vector) {
      return vector;
    }
    List<Number> array = stored.getList(1);
    return Vectors.dense(array.stream().mapToDouble(Number::doubleValue).toArray());
  }
}
