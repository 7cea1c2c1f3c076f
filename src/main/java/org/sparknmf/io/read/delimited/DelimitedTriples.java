package org.sparknmf.io.read.delimited;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;

/** Reads cells from delimited text. */
final class DelimitedTriples {
  private DelimitedTriples() {}

  static MatrixSource read(
      SparkSession spark,
      InputFiles files,
      InputSettings input,
      TableHead head,
      TableShape shape,
      BitSet idle) {
    input.labels().refuseForTriples();
    input.text().choice().refuseFor("triples");
    HeaderMode header = shape.header();
    List<String> names = shape.names();
    TripleColumns stored = TripleColumns.find(input.columns(), names, idle, head.file());
    TripleColumns columns = input.transposed() ? stored.transposed() : stored;
    IdTypes asked = input.transposed() ? input.text().ids().exchanged() : input.text().ids();
    String idName = header == HeaderMode.YES ? names.get(stored.row()) : "";
    TableLines table = head.lines(header, names.size(), idName);
    LineScan scan = LineScan.of(spark, files, input.badRows());
    List<IdType> ids =
        IdProbe.types(
            scan,
            table,
            List.of(asked.rows(), asked.columns()),
            head.firstData(header),
            List.of(columns.row(), columns.column()),
            new TripleLines(table, columns, IdTypes.both(IdType.STRING), input.emptyCells()));
    TripleLines lines =
        new TripleLines(table, columns, new IdTypes(ids.get(0), ids.get(1)), input.emptyCells());
    TextRows rows = scan.read(lines, head.start());
    String description =
        "triples from %s; %s%s"
            .formatted(
                head.describe(header),
                stored.describe(names),
                stored.unused(names.subList(0, shape.width())));
    return rows.notes(description, files.shown()).triples(rows.rows());
  }
}
