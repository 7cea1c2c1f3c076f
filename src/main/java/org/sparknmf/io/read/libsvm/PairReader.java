package org.sparknmf.io.read.libsvm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.NotUsed;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Reads lines of {@code index:value}. The files do not say how many columns there are: it is the
 * largest index, or as many as there are column labels.
 */
record PairReader(SparkSession spark, InputFiles files, InputSettings input, PairRule rule) {
  private static final Pattern QUERY = Pattern.compile("^\\s*\\S+\\s+qid:");

  MatrixSource read(InputFormat format) {
    if (input.columns().any()) {
      throw new InvalidSettingException(
          "options that name columns, such as --value-column and --id-column, have no meaning for"
              + " %s, which has no names; leave them out".formatted(format));
    }
    LineScan scan = LineScan.of(spark, files, input.badRows());
    Optional<List<String>> labels = columnLabels();
    int columns = labels.map(List::size).orElseGet(() -> width(scan));
    TextRows rows = scan.read(new LibsvmLines(rule, columns), 0);
    requireCells(rows, columns);
    return rows.notes(
            "%s, %d rows of %d columns%s%s"
                .formatted(
                    format,
                    rows.counted(),
                    columns,
                    rule == PairRule.FROM_ZERO ? " from 0" : "",
                    rule.counts() ? "" : NotUsed.words(targets())),
            files.shown())
        .vectors(
            format,
            rows.rows(),
            IdType.LONG,
            input.labels().rowAxis(files, new Axis.Counted(rows.counted(), 1)),
            labels.<Axis>map(Axis.Labelled::new).orElse(new Axis.Counted(columns, rule.first())),
            input);
  }

  private Optional<List<String>> columnLabels() {
    Optional<Path> file = Labels.given(files, input.labels().columns()).or(this::vocabulary);
    return file.map(
        path -> {
          try (DriverLines lines = files.lines(path)) {
            return Labels.all(lines);
          }
        });
  }

  private Optional<Path> vocabulary() {
    return rule == PairRule.LDA
        ? Labels.beside(files, files.files().get(0), "vocab.txt")
        : Optional.empty();
  }

  /** What the first line has besides cells: what is to be learnt, and of which query it is. */
  private List<String> targets() {
    try (DriverLines lines = files.lines(files.files().get(0))) {
      byte[] line = lines.nextContent();
      boolean query = line != null && QUERY.matcher(new String(line, ISO_8859_1)).find();
      return query ? List.of("label", "qid") : List.of("label");
    }
  }

  private int width(LineScan scan) {
    return scan.collect(scan.rows(new LibsvmWidth(rule))).stream()
        .mapToInt(row -> row.getInt(0))
        .max()
        .orElse(0);
  }

  private void requireCells(TextRows rows, int columns) {
    if (rows.counted() == 0) {
      throw files.empty();
    }
    if (columns == 0) {
      throw rows.firstBad()
          .orElseGet(() -> Places.bad(files.shown().get(0), "no line has a cell; check the path"));
    }
  }
}
