package org.sparknmf.io.read.table;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;
import org.sparknmf.linalg.EmptyCells;

/**
 * Makes vectors out of the numbers of a row, and finds what is wrong.
 *
 * @param names of the columns
 * @param emptyCells whether a null or NaN is a cell that is not known
 */
record DenseCheck(List<String> names, EmptyCells emptyCells) implements RowCheck {

  /** Copies the list. */
  DenseCheck {
    names = List.copyOf(names);
  }

  @Override
  public String refusal(Row stored) {
    if (emptyCells == EmptyCells.MISSING) {
      return null;
    }
    int empty = stored.getList(1).indexOf(null);
    return empty < 0
        ? null
        : "column %s is null; all values must be numbers: fill it in or remove the row, or say"
                .formatted(LineText.excerpt(names.get(empty)))
            + " --empty-cells missing";
  }

  @Override
  public String problem(Row stored) {
    String refusal = refusal(stored);
    if (refusal != null) {
      return refusal;
    }
    List<Double> values = stored.getList(1);
    for (int i = 0; i < names.size(); i++) {
      String problem = isUnknown(values.get(i)) ? null : Numerals.problem(values.get(i), "value");
      if (problem != null) {
        return "column %s: %s".formatted(LineText.excerpt(names.get(i)), problem);
      }
    }
    return null;
  }

  private boolean isUnknown(Double value) {
    return emptyCells == EmptyCells.MISSING && (value == null || value.isNaN());
  }

  @Override
  public Vector contents(Row stored) {
    List<Double> values = stored.getList(1);
    int[] positions = new int[names.size()];
    double[] known = new double[names.size()];
    int count = 0;
    for (int i = 0; i < names.size(); i++) {
      if (!isUnknown(values.get(i))) {
        positions[count] = i;
        known[count++] = values.get(i);
      }
    }
    return count == names.size()
        ? Vectors.dense(known)
        : Vectors.sparse(
            names.size(), Arrays.copyOf(positions, count), Arrays.copyOf(known, count));
  }
}
