package org.sparknmf.io.read.files;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.solver.InvalidMatrixException;

/** Rows or lines of the input that were left out since something is wrong with them. */
public final class RejectedRows {
  /** The most rows that are listed; of more, only the first are. */
  public static final long MOST = 1_000_000;

  public static final String FILE = "file";
  public static final String LINE = "line";
  static final String PLACE = "place";
  static final String REASON = "reason";

  /** File and line of text, file and place of a row of a table, as far as they are known. */
  public static final StructType SCHEMA =
      new StructType()
          .add(FILE, DataTypes.StringType)
          .add(LINE, DataTypes.LongType)
          .add(PLACE, DataTypes.StringType)
          .add(REASON, DataTypes.StringType, false);

  private final long count;
  private final Optional<Supplier<Dataset<Row>>> rows;

  private RejectedRows(long count, Optional<Supplier<Dataset<Row>>> rows) {
    this.count = count;
    this.rows = rows;
  }

  /** None: every row counts, or there would have been an error. */
  public static RejectedRows none() {
    return new RejectedRows(0, Optional.empty());
  }

  /**
   * Some rows, if there are any.
   *
   * @param rows gives the first {@link #MOST} of them in a fixed order, as {@link #SCHEMA} has it
   */
  public static RejectedRows of(long count, Supplier<Dataset<Row>> rows) {
    return count == 0 ? none() : new RejectedRows(count, Optional.of(rows));
  }

  /** The error of an input of which nothing is left. */
  public static InvalidMatrixException nothingLeft(long count, InvalidMatrixException first) {
    return new InvalidMatrixException(
        "all %,d rows of the input are bad, and none is left with --on-bad-rows skip; the first: %s"
            .formatted(count, first.getMessage()),
        first);
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** How many of them {@link #rows} has. */
  public long listed() {
    return Math.min(count, MOST);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return count == 0;
  }

  /**
   * The first of them with file, line or place, and reason, in a fixed order and one partition;
   * there must be some. Reads the input again.
   */
  public Dataset<Row> rows() {
    return rows.orElseThrow().get();
  }
}
