package io.github.sparknmf.io.read;

import io.github.sparknmf.frame.MatrixFrame;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.solver.InvalidMatrixException;
import io.github.sparknmf.solver.InvalidSettingException;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Files to matrices. Under {@link InputFormat#AUTO} the layout is found by these rules, of which
 * the first that fits decides, and {@link MatrixSource#description} tells the outcome:
 *
 * <ol>
 *   <li>A file that begins with {@code %%MatrixMarket}, or is called {@code .mtx}: MatrixMarket. A
 *       directory with one such file stands for that file.
 *   <li>Parquet (first bytes, or name): vectors if {@code --features-column} is given or some
 *       column has Spark ML vectors or arrays of numbers and no column of triples is named; else
 *       triples.
 *   <li>JSON lines (name, or a first character <code>{</code>): triples.
 *   <li>Other text: triples if a column of triples is named, dense if an id column is; triples if
 *       the first line has {@code row} and {@code column} or two or three fields; else dense.
 * </ol>
 */
public final class MatrixReader {
  private MatrixReader() {}

  /** The matrix of some files; headers are read now, the data when the frame is used. */
  public static MatrixFrame read(SparkSession spark, InputSettings input) {
    return open(spark, input).frame();
  }

  /** Recognises some files; headers are read now, the data when the frame is used. */
  public static MatrixSource open(SparkSession spark, InputSettings input) {
    requireConsistent(input);
    InputFiles found = InputFiles.find(spark.sparkContext().hadoopConfiguration(), input.paths());
    InputFiles files = withoutCompanions(found, input.format());
    Container container = container(files, input.format());
    if (!container.holds(input.format())) {
      throw new InvalidMatrixException(
          "%s is %s; that cannot be read as --format %s: use another format, or auto"
              .formatted(
                  files.shown().get(0), lower(container).replace('_', ' '), lower(input.format())));
    }
    return switch (container) {
      case MATRIX_MARKET -> MtxReader.read(spark, files, input);
      case PARQUET -> parquet(spark, files, input);
      case JSON_LINES -> JsonTriples.read(spark, files, withoutLabels(input));
      case DELIMITED -> delimited(spark, files, input);
    };
  }

  private static void requireConsistent(InputSettings input) {
    if (input.columns().weight().isPresent() && input.emptyCells() == EmptyCells.ZERO) {
      throw new InvalidSettingException(
          "--weight-column %s needs --empty-cells missing, got zero: weights are those of known"
                  .formatted(LineText.excerpt(input.columns().weight().get()))
              + " cells among unknown ones; say --empty-cells missing, or leave --weight-column"
              + " out");
    }
  }

  /** A MatrixMarket file may lie among its labels. */
  private static InputFiles withoutCompanions(InputFiles files, InputFormat format) {
    boolean mtx = files.files().stream().anyMatch(MtxReader::isNamedMtx);
    return mtx && (format == InputFormat.AUTO || format == InputFormat.MTX)
        ? files.only(List.of(MtxReader.matrixOf(files)))
        : files;
  }

  private static Container container(InputFiles files, InputFormat format) {
    Path first = files.files().get(0);
    try (DriverLines lines = files.lines(first)) {
      byte[] beginning = lines.peek(Container.BYTES);
      return format == InputFormat.MTX
          ? Container.MATRIX_MARKET
          : Container.of(Places.show(first), beginning);
    }
  }

  private static MatrixSource parquet(SparkSession spark, InputFiles files, InputSettings input) {
    ParquetTable table = ParquetTable.open(spark, files);
    boolean vectors =
        input.format() == InputFormat.VECTORS
            || (input.format() == InputFormat.AUTO
                && !input.columns().anyOfTriples()
                && (input.columns().features().isPresent() || ParquetVectors.areIn(table)));
    return vectors
        ? ParquetVectors.read(table, files, input)
        : ParquetTriples.read(table, files, withoutLabels(input));
  }

  private static MatrixSource delimited(SparkSession spark, InputFiles files, InputSettings input) {
    TableHead head = TableHead.read(files, input.text().delimiter());
    return isTriples(head, input)
        ? DelimitedTriples.read(spark, files, withoutLabels(input), head)
        : DenseReader.read(spark, files, input, head);
  }

  private static boolean isTriples(TableHead head, InputSettings input) {
    if (input.format() != InputFormat.AUTO) {
      return input.format() == InputFormat.TRIPLES;
    }
    if (input.columns().anyOfTriples() || input.columns().id().isPresent()) {
      return input.columns().anyOfTriples();
    }
    int fields = head.first().size();
    return fields == 2 || fields == 3 || TripleHeader.hasDefaultNames(head.first());
  }

  private static InputSettings withoutLabels(InputSettings input) {
    if (input.labels().any()) {
      throw new InvalidSettingException(
          "--row-labels and --column-labels have no meaning for triples, which have their ids in"
              + " every line; leave them out");
    }
    return input;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
