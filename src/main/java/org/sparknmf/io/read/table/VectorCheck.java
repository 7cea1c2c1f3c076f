package org.sparknmf.io.read.table;

import java.io.Serializable;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;
import org.sparknmf.solver.InvalidMatrixException;

/** Makes vectors out of stored rows (id, vector or array, file, index) and finds what is wrong. */
final class VectorCheck implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final HashMap<String, Long> rowsBefore;

  /**
   * For vectors of one size.
   *
   * @param rowsBefore number of the first row of each file, to number rows; null if they have ids
   */
  VectorCheck(int size, Map<String, Long> rowsBefore) {
    this.size = size;
    this.rowsBefore = rowsBefore == null ? null : new HashMap<>(rowsBefore);
  }

  /** A row (id or number, vector). */
  Row row(Row stored) {
    String problem = structuralProblem(stored);
    if (problem != null) {
      throw new InvalidMatrixException(place(stored) + ": " + problem);
    }
    Object id =
        rowsBefore == null
            ? stored.get(0)
            : (Object) (rowsBefore.get(stored.getString(2)) + stored.getLong(3));
    return RowFactory.create(id, vector(stored));
  }

  private String structuralProblem(Row stored) {
    if (rowsBefore == null && stored.isNullAt(0)) {
      return "the id is null; every row needs one: fill it in or remove the row";
    }
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

  boolean isBad(Row stored) {
    return problem(stored) != null;
  }

  /** What is wrong with a row, or null. */
  String problem(Row stored) {
    String structural = structuralProblem(stored);
    if (structural != null) {
      return structural;
    }
    Vector vector = vector(stored);
    for (int i = 0; i < vector.size(); i++) {
      String problem = Numerals.problem(vector.apply(i), "value");
      if (problem != null) {
        return "position %d: %s".formatted(i, problem);
      }
    }
    return null;
  }

  /** The id of a row, or its place. */
  static String place(Row stored) {
    if (!stored.isNullAt(0)) {
      Object id = stored.get(0);
      return "row " + (id instanceof String text ? LineText.excerpt(text) : id);
    }
    if (stored.isNullAt(2)) {
      return "a row";
    }
    return "row %d (from 0) of %s"
        .formatted(stored.getLong(3), Places.show(new Path(URI.create(stored.getString(2)))));
  }

  /** Number of values of the vector, which is not null. */
  static int size(Row stored) {
    return stored.get(1) instanceof Vector vector ? vector.size() : stored.getList(1).size();
  }

  private static boolean hasNull(Row stored) {
    return !(stored.get(1) instanceof Vector) && stored.getList(1).contains(null);
  }

  private static Vector vector(Row stored) {
    if (stored.get(1) instanceof Vector vector) {
      return vector;
    }
    List<Number> array = stored.getList(1);
    return Vectors.dense(array.stream().mapToDouble(Number::doubleValue).toArray());
  }
}
