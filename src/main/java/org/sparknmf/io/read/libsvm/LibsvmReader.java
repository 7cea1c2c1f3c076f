package org.sparknmf.io.read.libsvm;

import static org.apache.spark.sql.functions.max;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Reads libsvm. The files do not say how many columns there are: it is the largest index, or as
 * many as there are column labels.
 */
public final class LibsvmReader extends MatrixFormat {

  /** The only one. */
  public LibsvmReader() {
    super("libsvm", InputFormat.LIBSVM);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText() && (probe.asks(InputFormat.LIBSVM) || probe.isNamed(".libsvm", ".svm"));
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    if (input.columns().any()) {
      throw new InvalidSettingException(
          "options that name columns, such as --value-column and --id-column, have no meaning for"
              + " libsvm, which has no names; leave them out");
    }
    LineScan scan = LineScan.of(spark, files, input.badRows());
    Optional<List<String>> labels = columnLabels(files, input);
    int columns = labels.map(List::size).orElseGet(() -> width(scan));
    LibsvmLines lines = new LibsvmLines(columns);
    TextRows rows = scan.read(lines, 0);
    requireCells(rows, files, columns);
    return rows.notes(
            "libsvm, %d rows of %d columns".formatted(rows.counted(), columns), files.shown())
        .vectors(
            InputFormat.LIBSVM,
            rows.rows(),
            IdType.LONG,
            input.labels().rowAxis(files, new Axis.Counted(rows.counted(), 1)),
            labels.<Axis>map(Axis.Labelled::new).orElse(new Axis.Counted(columns, 1)),
            input);
  }

  private static Optional<List<String>> columnLabels(InputFiles files, InputSettings input) {
    Optional<Path> file = Labels.given(files, input.labels().columns());
    return file.map(
        path -> {
          try (DriverLines lines = files.lines(path)) {
            return Labels.all(lines);
          }
        });
  }

  private static int width(LineScan scan) {
    Row largest = scan.collect(scan.rows(new LibsvmWidth()).agg(max(LibsvmWidth.LARGEST))).get(0);
    return largest.isNullAt(0) ? 0 : largest.getInt(0);
  }

  private static void requireCells(TextRows rows, InputFiles files, int columns) {
    if (rows.counted() == 0) {
      throw files.empty();
    }
    if (columns == 0) {
      throw rows.firstBad()
          .orElseGet(() -> Places.bad(files.shown().get(0), "no line has a cell; check the path"));
    }
  }
}
