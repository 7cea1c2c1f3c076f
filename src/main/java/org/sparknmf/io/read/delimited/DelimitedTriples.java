package org.sparknmf.io.read.delimited;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;

/** Reads cells from delimited text. */
public final class DelimitedTriples {
  private DelimitedTriples() {}

  public static MatrixSource read(
      SparkSession spark, InputFiles files, InputSettings input, TableHead head) {
    input.labels().refuseForTriples();
    HeaderMode header = TripleHeader.decide(head, input);
    List<String> names = head.names(header);
    TripleColumns stored = TripleColumns.find(input.columns(), names, head.file());
    TripleColumns columns = input.transposed() ? stored.transposed() : stored;
    String idName = header == HeaderMode.YES ? names.get(stored.row()) : "";
    TableLines table = head.lines(header, names.size(), idName);
    LineScan scan = LineScan.of(spark, files, input.badRows());
    List<IdType> ids =
        IdProbe.types(
            scan,
            table,
            input.text().idType(),
            head.firstData(header),
            List.of(columns.row(), columns.column()),
            new TripleLines(table, columns, IdType.STRING, IdType.STRING));
    TripleLines lines = new TripleLines(table, columns, ids.get(0), ids.get(1));
    TextRows rows = scan.read(lines, head.start());
    String description =
        "triples from %s; %s".formatted(head.describe(header), stored.describe(names));
    return rows.notes(description, files.shown()).triples(rows.rows());
  }
}
