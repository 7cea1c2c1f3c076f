package org.sparknmf.io.read.delimited;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;

/** Reads delimited text whose lines are rows of the matrix. */
final class DenseReader {
  private DenseReader() {}

  static MatrixSource read(
      SparkSession spark, InputFiles files, InputSettings input, TableHead head, TableShape shape) {
    if (input.columns().weight().isPresent()) {
      throw ColumnNames.weightOfNoTriples("dense rows");
    }
    DenseLayout layout = DenseLayout.of(head, shape, input);
    TableLines table = head.lines(layout.header(), layout.fields(), layout.idName());
    LineScan scan = LineScan.of(spark, files, input.badRows());
    IdType ids = ids(scan, table, input, layout, head);
    DenseLines lines =
        new DenseLines(table, layout.id(), layout.leftOut(), ids, input.emptyCells());
    TextRows rows = scan.read(lines, head.start());
    return rows.notes(describe(head, layout) + layout.unused(shape), files.shown())
        .vectors(
            InputFormat.DENSE,
            rows.rows(),
            ids,
            rowAxis(files, input, layout, rows),
            columnAxis(files, input, layout),
            input);
  }

  private static IdType ids(
      LineScan scan, TableLines table, InputSettings input, DenseLayout layout, TableHead head) {
    if (layout.id() < 0) {
      return IdType.LONG;
    }
    List<String> firstData = head.firstData(layout.header());
    return IdProbe.types(
            scan,
            table,
            List.of(input.text().ids().rows()),
            firstData,
            List.of(layout.id()),
            new DenseLines(table, layout.id(), layout.leftOut(), IdType.STRING, input.emptyCells()))
        .get(0);
  }

  private static Axis rowAxis(
      InputFiles files, InputSettings input, DenseLayout layout, TextRows rows) {
    return layout.id() < 0
        ? input.labels().rowAxis(files, new Axis.Counted(rows.counted(), 1))
        : input.labels().rowAxis(files, "the lines begin with ids");
  }

  private static Axis columnAxis(InputFiles files, InputSettings input, DenseLayout layout) {
    return input.labels().columns().isEmpty() && layout.columnIds().isPresent()
        ? new Axis.Labelled(layout.columnIds().get())
        : input.labels().columnAxis(files, new Axis.Counted(layout.width(), 1));
  }

  private static String describe(TableHead head, DenseLayout layout) {
    return "dense rows of %d values from %s, %s"
        .formatted(
            layout.width(),
            head.describe(layout.header()),
            layout.id() < 0 ? "without row ids" : "with row ids");
  }
}
