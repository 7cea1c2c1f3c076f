package org.sparknmf.io.read.json;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;

/** Reads cells from JSON lines; the first line tells which fields there are and what ids are. */
public final class JsonTriples {
  private JsonTriples() {}

  static MatrixSource read(
      SparkSession spark,
      InputFiles files,
      InputSettings input,
      JsonFirstLine first,
      TripleColumns columns) {
    input.labels().refuseForTriples();
    JsonFields stored = fields(first, columns, input);
    JsonCells cells = new JsonCells(input.transposed() ? stored.transposed() : stored);
    LineScan scan = LineScan.of(spark, files, input.badRows());
    TextRows rows = scan.read(cells, 0);
    return rows.notes(
            "triples from JSON lines; %s%s"
                .formatted(columns.describe(first.names()), first.unused(stored.names())),
            files.shown())
        .triples(rows.rows());
  }

  /** Which fields of the first line are a cell. */
  public static JsonFields fields(JsonFirstLine first, TripleColumns columns, InputSettings input) {
    List<String> names = first.names();
    String row = names.get(columns.row());
    String column = names.get(columns.column());
    IdTypes asked = input.text().ids();
    return new JsonFields(
        row,
        column,
        columns.value() < 0 ? "" : names.get(columns.value()),
        columns.weight() < 0 ? "" : names.get(columns.weight()),
        first.idType(asked.rows(), row),
        first.idType(asked.columns(), column),
        asked.rows() == IdType.STRING || asked.columns() == IdType.STRING);
  }
}
