package org.sparknmf.io.read;

import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.delimited.DelimitedTriples;
import org.sparknmf.io.read.delimited.DenseReader;
import org.sparknmf.io.read.delimited.TableHead;
import org.sparknmf.io.read.delimited.TripleHeader;
import org.sparknmf.io.read.documents.DocumentFiles;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.json.JsonDocuments;
import org.sparknmf.io.read.json.JsonTriples;
import org.sparknmf.io.read.libsvm.LibsvmReader;
import org.sparknmf.io.read.mtx.MtxReader;
import org.sparknmf.io.read.mtx.TenXFiles;
import org.sparknmf.io.read.mtx.TenXReader;
import org.sparknmf.io.read.table.DocumentTable;
import org.sparknmf.io.read.table.SourceTable;
import org.sparknmf.io.read.table.TableReader;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Files and tables to matrices. Under {@link InputFormat#AUTO} the layout is found by these rules,
 * of which the first that fits decides, and {@link MatrixSource#description} tells the outcome:
 *
 * <ol>
 *   <li>A directory with {@code matrix.mtx}, {@code barcodes.tsv} and {@code features.tsv} or
 *       {@code genes.tsv}, plain or gzipped: 10x.
 *   <li>A file that begins with {@code %%MatrixMarket}, or is called {@code .mtx}: MatrixMarket. A
 *       directory with one such file stands for that file.
 *   <li>Parquet, or a table (first bytes, or name): vectors if {@code --features-column} is given
 *       or some column has Spark ML vectors or arrays of numbers and no column of triples is named;
 *       else triples.
 *   <li>JSON lines (name, or a first character <code>{</code>): triples.
 *   <li>A file called {@code .libsvm} or {@code .svm}: libsvm.
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
    if (input.table().isPresent()) {
      return TableReader.read(spark, input.table().get(), input);
    }
    InputFiles found = InputFiles.find(spark.sparkContext().hadoopConfiguration(), input.paths());
    if (isTenX(found, input.format())) {
      return TenXReader.read(spark, found, input);
    }
    InputFiles files = withoutCompanions(found, input.format());
    Container container = container(files, input.format());
    if (!container.holds(input.format())) {
      throw new InvalidMatrixException(
          "%s is %s; that cannot be read as --format %s: use another format, or auto"
              .formatted(files.shown().get(0), words(container), input.format()));
    }
    if (input.format() == InputFormat.TEXT) {
      return documents(spark, files, container, input);
    }
    return switch (container) {
      case MATRIX_MARKET -> MtxReader.read(spark, files, input);
      case PARQUET -> TableReader.read(SourceTable.open(spark, files), files, input);
      case JSON_LINES -> JsonTriples.read(spark, files, TableReader.withoutLabels(input));
      case LIBSVM -> LibsvmReader.read(spark, files, input);
      case DELIMITED ->
          input.format() == InputFormat.LIBSVM
              ? LibsvmReader.read(spark, files, input)
              : delimited(spark, files, input);
    };
  }

  private static boolean isTenX(InputFiles files, InputFormat format) {
    return format == InputFormat.TEN_X || (format == InputFormat.AUTO && TenXFiles.areIn(files));
  }

  private static MatrixSource documents(
      SparkSession spark, InputFiles files, Container container, InputSettings input) {
    Documents documents =
        switch (container) {
          case PARQUET -> DocumentTable.read(SourceTable.open(spark, files), input);
          case JSON_LINES -> JsonDocuments.read(spark, files, input);
          default -> DocumentFiles.read(spark, files, input);
        };
    return documents.counted(input);
  }

  private static void requireConsistent(InputSettings input) {
    if (input.columns().weight().isPresent() && input.emptyCells() == EmptyCells.ZERO) {
      throw new InvalidSettingException(
          "--weight-column %s needs --empty-cells missing, got zero: weights are those of known"
                  .formatted(LineText.excerpt(input.columns().weight().get()))
              + " cells among unknown ones; say --empty-cells missing, or leave --weight-column"
              + " out");
    }
    if (input.format() == InputFormat.TEXT) {
      requireDocuments(input);
    }
  }

  private static void requireDocuments(InputSettings input) {
    if (input.emptyCells() == EmptyCells.MISSING) {
      throw new InvalidSettingException(
          "--empty-cells missing has no meaning for text: how often a document has a word is always"
              + " known; leave it out");
    }
    if (input.columns().anyOfTriples() || input.labels().any()) {
      throw new InvalidSettingException(
          "options that name columns of triples, or labels, have no meaning for text, whose columns"
              + " are its words; leave out all but --id-column and --text-column");
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

  private static MatrixSource delimited(SparkSession spark, InputFiles files, InputSettings input) {
    TableHead head = TableHead.read(files, input.text().delimiter(), input.badRows());
    return isTriples(head, input)
        ? DelimitedTriples.read(spark, files, TableReader.withoutLabels(input), head)
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

  private static String words(Container container) {
    return container.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
