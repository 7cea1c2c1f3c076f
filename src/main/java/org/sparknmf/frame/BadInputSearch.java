package org.sparknmf.frame;

import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Finds out, after a failed read, which place to name: the first one, whichever task failed first.
 */
public record BadInputSearch(MatrixFrame frame, DuplicatePolicy duplicates, EmptyCells emptyCells) {

  /**
   * The error about the data behind a failed job.
   *
   * @throws SparkException the failure itself, if it is not about the data
   */
  public InvalidMatrixException explain(SparkException failure) throws SparkException {
    InvalidMatrixException invalid = invalidMatrix(failure).orElseThrow(() -> failure);
    return frame
        .firstBadPlace()
        .get()
        .or(() -> firstBad(MatrixFrame.VALUE))
        .or(() -> firstBad(MatrixFrame.WEIGHT))
        .or(this::firstDuplicate)
        .orElse(invalid);
  }

  private static Optional<InvalidMatrixException> invalidMatrix(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidMatrixException invalid) {
        return Optional.of(invalid);
      }
    }
    return Optional.empty();
  }

  /** The first bad number in a field, which vectors and cells without weights lack. */
  private Optional<InvalidMatrixException> firstBad(String field) {
    if (!frame.data().has(field)) {
      return Optional.empty();
    }
    Column number = functions.col(field);
    Dataset<Row> bad =
        frame
            .data()
            .table()
            .filter(
                functions
                    .isnan(number)
                    .or(number.lt(0))
                    .or(number.equalTo(functions.lit(Double.POSITIVE_INFINITY))));
    return first(bad)
        .map(
            cell ->
                new InvalidMatrixException(
                    "%1$s %2$s in %3$s: every %1$s must be finite and not negative;"
                            .formatted(field, cell.<Object>getAs(field), place(cell))
                        + " correct or remove the cell"));
  }

  private Optional<InvalidMatrixException> firstDuplicate() {
    if (frame.shape() == MatrixFrame.Shape.VECTORS || duplicates != DuplicatePolicy.ERROR) {
      return Optional.empty();
    }
    Dataset<Row> repeated =
        frame
            .data()
            .table()
            .filter(isThere())
            .groupBy(MatrixFrame.ROW, MatrixFrame.COLUMN)
            .count()
            .filter(functions.col("count").gt(1));
    return first(repeated)
        .map(
            cell ->
                new InvalidMatrixException(
                    "%s is given %s times: each cell may be given once under --duplicates error;"
                            .formatted(place(cell), cell.get(2))
                        + " say --duplicates sum or max, or remove the repetition"));
  }

  /** Whether a cell is not forgotten. */
  private Column isThere() {
    if (emptyCells == EmptyCells.ZERO) {
      return functions.col(MatrixFrame.VALUE).notEqual(0);
    }
    return frame.isWeighted() ? functions.col(MatrixFrame.WEIGHT).notEqual(0) : functions.lit(true);
  }

  private static Optional<Row> first(Dataset<Row> found) {
    List<Row> rows = found.sort(MatrixFrame.ROW, MatrixFrame.COLUMN).limit(1).collectAsList();
    return rows.stream().findFirst();
  }

  private String place(Row cell) {
    return "row %s, column %s"
        .formatted(AxisIds.id(frame.rows(), cell.get(0)), AxisIds.id(frame.columns(), cell.get(1)));
  }
}
