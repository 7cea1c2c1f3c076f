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
import org.sparknmf.io.read.asked.VectorRows;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.io.read.lines.BadLines;
import org.sparknmf.io.read.lines.Census;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Reads libsvm. The files do not say how many columns there are: it is the largest index, or as
 * many as there are column labels.
 */
public final class LibsvmReader implements MatrixFormat {

  @Override
  public String name() {
    return "libsvm";
  }

  @Override
  public List<InputFormat> layouts() {
    return List.of(InputFormat.LIBSVM);
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
    Census census = scan.census(lines);
    BadLines bad = scan.badLines(lines, census);
    requireCells(bad, census, files, columns);
    RejectedRows rejected = bad.rejected();
    Axis rows =
        Labels.axis(
            files,
            Labels.given(files, input.labels().rows()),
            "row",
            new Axis.Counted(census.dataLines(), 1));
    return new MatrixSource(
        InputFormat.LIBSVM,
        "libsvm, %d rows of %d columns".formatted(census.dataLines(), columns),
        files.shown(),
        VectorRows.frame(
            scan.rows(lines, census),
            IdType.LONG,
            rows,
            labels.<Axis>map(Axis.Labelled::new).orElse(new Axis.Counted(columns, 1)),
            input,
            bad::first,
            rejected),
        rejected);
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
    Row largest =
        scan.collect(scan.rows(new LibsvmWidth(), Census.none()).agg(max(LibsvmWidth.LARGEST)))
            .get(0);
    return largest.isNullAt(0) ? 0 : largest.getInt(0);
  }

  private static void requireCells(BadLines bad, Census census, InputFiles files, int columns) {
    if (census.dataLines() == 0) {
      throw Places.bad(
          files.shown().get(0), "the input is empty; a matrix needs entries: check the path");
    }
    if (columns == 0) {
      throw bad.first()
          .orElseGet(() -> Places.bad(files.shown().get(0), "no line has a cell; check the path"));
    }
  }
}
