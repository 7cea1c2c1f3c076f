package org.sparknmf.io.read;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
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
 *   <li>What a format from outside (see {@link Formats}) takes for its own.
 *   <li>A directory with {@code matrix.mtx}, {@code barcodes.tsv} and {@code features.tsv} or
 *       {@code genes.tsv}, plain or gzipped: 10x.
 *   <li>A file that begins with {@code %%MatrixMarket}, or is called {@code .mtx}: MatrixMarket. A
 *       directory with one such file stands for that file.
 *   <li>Parquet, or a table (first bytes, or name): by names and types of the columns triples,
 *       vectors or dense rows; refused where two of them are plausible.
 *   <li>JSON lines (name, or a first character <code>{</code>): documents if a field has several
 *       words and no two fields are named as rows and columns are; else what names and types say,
 *       as for a table.
 *   <li>Three lines of one number each, then lines of three: UCI's docword.
 *   <li>A file that begins with {@code #1.2} or {@code #1.3}: GCT.
 *   <li>Lines with as many {@code index:count} as they say first: Blei's lda-c.
 *   <li>A file called {@code .libsvm} or {@code .svm}, or lines of a label and {@code index:value}:
 *       libsvm.
 *   <li>Other text: triples if a column of triples is named, documents if one of texts is, dense if
 *       columns are chosen; else what names and values of the first lines say. What may be several
 *       is refused.
 * </ol>
 */
public final class MatrixReader {
  private MatrixReader() {}

  /** Recognises some files; headers are read now, the data when the frame is used. */
  public static MatrixSource open(SparkSession spark, InputSettings input) {
    requireConsistent(input);
    if (input.place().table().isPresent()) {
      return TableReader.read(spark, input.place().table().get(), input);
    }
    InputFiles files =
        InputFiles.find(spark.sparkContext().hadoopConfiguration(), input.place().paths());
    FileProbe probe = new FileProbe(files, input.format());
    MatrixFormat format = Formats.of(probe);
    if (!probe.asks(InputFormat.AUTO) && !format.layouts().contains(input.format())) {
      throw new InvalidMatrixException(
          "%s is %s; that cannot be read as --format %s: use another format, or auto"
              .formatted(probe.file(), format.name(), input.format()));
    }
    requireMeaning(format, input);
    return format.read(spark, files, input);
  }

  /** Options of single formats have no meaning elsewhere. */
  private static void requireMeaning(MatrixFormat format, InputSettings input) {
    if (input.rules().featureType().isPresent() && !format.layouts().contains(InputFormat.TEN_X)) {
      throw new InvalidSettingException(
          "--feature-type has no meaning for %s: only 10x has types of features; leave it out"
              .formatted(format.name()));
    }
    if (!format.layouts().contains(InputFormat.DENSE)) {
      input.text().choice().refuseFor(format.name());
    }
    if (input.rules().zeroBased() && !format.layouts().contains(InputFormat.LIBSVM)) {
      throw new InvalidSettingException(
          "--zero-based has no meaning for %s: only libsvm may count from 0; leave it out"
              .formatted(format.name()));
    }
  }

  private static void requireConsistent(InputSettings input) {
    if (input.columns().weight().isPresent() && input.emptyCells() == EmptyCells.ZERO) {
      throw new InvalidSettingException(
          "--weight-column %s needs --empty-cells missing, got zero: weights are those of known"
                  .formatted(LineText.excerpt(input.columns().weight().get()))
              + " cells among unknown ones; say --empty-cells missing, or leave --weight-column"
              + " out");
    }
    if (input.format().equals(InputFormat.TEXT)) {
      Documents.require(input);
    }
  }
}
