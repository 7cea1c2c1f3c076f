package org.sparknmf.io.read.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Rows of a table that are no part of a matrix; each look at them is a Spark job.
 *
 * @param order what tells which comes first, however the table is spread
 * @param describe makes a {@link #rejected} of each
 */
record BadTableRows(
    SourceTable table, Dataset<Row> bad, List<Column> order, MapFunction<Row, Row> describe) {

  /** A row as it is listed; the file is as Spark's metadata spells it, or null. */
  static Row rejected(String file, String place, String reason) {
    String shown = file == null ? null : Places.showEncoded(file);
    return RowFactory.create(shown, null, place, reason);
  }

  private Dataset<Row> first(int most) {
    return bad.orderBy(order.toArray(Column[]::new))
        .limit(most)
        .map(describe, Encoders.row(RejectedRows.SCHEMA));
  }

  /** The error about the first bad row, if there is one. */
  private Optional<InvalidMatrixException> first() {
    return table.collect(first(1)).stream()
        .findFirst()
        .map(row -> Places.bad(table.place(), row.getString(2) + ": " + row.getString(3)));
  }

  /**
   * What is to be said of the table; looks for what is to be left out.
   *
   * @param good the other rows
   * @throws InvalidMatrixException if there are no others
   */
  SourceNotes notes(String description, BadRows badRows, Dataset<Row> good) {
    return new SourceNotes(description, table.files(), this::first, rejected(badRows, good));
  }

  private RejectedRows rejected(BadRows badRows, Dataset<Row> good) {
    if (badRows == BadRows.FAIL) {
      return RejectedRows.none();
    }
    long count = ReadFailures.explaining(table.place(), bad::count);
    if (count > 0 && table.collect(good.limit(1)).isEmpty()) {
      throw RejectedRows.nothingLeft(count, first().orElseThrow());
    }
    return RejectedRows.of(count, () -> first((int) RejectedRows.MOST));
  }
}
