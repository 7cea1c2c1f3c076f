package org.sparknmf.io.read.mtx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Reads UCI's word counts: X has a row for each document, a column for each word. Words are named
 * by {@code --column-labels}, or by {@code vocab.NAME.txt} beside {@code docword.NAME.txt}.
 */
record DocwordReader(InputFiles files, InputSettings input, Path matrix) {
  static MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    MtxReader.requireNoNames(input, "a docword file");
    if (files.files().size() > 1) {
      throw new InvalidMatrixException(
          "%s and %d more files; a docword matrix is one file: give its path"
              .formatted(files.shown().get(0), files.files().size() - 1));
    }
    return new DocwordReader(files, input, files.files().get(0)).read(spark);
  }

  private MatrixSource read(SparkSession spark) {
    MtxHeader header = header();
    MtxCells cells = new MtxCells(header, input.cells().orientation(), input.emptyCells());
    TextRows lines = LineScan.of(spark, files, input.badRows()).read(new DocwordLines(cells), 0);
    SourceNotes notes =
        lines.notes(
            "docword, %d documents x %d words, %d counts"
                .formatted(header.rows(), header.columns(), header.entries()),
            files.shown());
    Axis rows = input.labels().rowAxis(files, new Axis.Counted(header.rows(), 1));
    Axis columns = Labels.axis(files, words(), "column", new Axis.Counted(header.columns(), 1));
    return notes.of(
        InputFormat.DOCWORD,
        new MatrixFrame(
            lines.rows(),
            MatrixFrame.Shape.CELLS,
            input.transposed() ? columns : rows,
            input.transposed() ? rows : columns,
            false,
            OptionalLong.of(header.entries() - notes.rejected().count()),
            notes.firstBadPlace()));
  }

  private Optional<Path> words() {
    String name = matrix.getName();
    return Labels.given(files, input.labels().columns())
        .or(
            () ->
                name.startsWith("docword.")
                    ? Labels.beside(
                        files,
                        matrix,
                        name.replaceFirst("^docword", "vocab").replaceFirst("\\.gz$", ""))
                    : Optional.empty());
  }

  private MtxHeader header() {
    try (DriverLines lines = files.lines(matrix)) {
      long documents = size(lines, "documents");
      long words = size(lines, "words");
      long counts = size(lines, "counts");
      return new MtxHeader(
          MtxHeader.Layout.COORDINATE, MtxHeader.Field.INTEGER, false, documents, words, counts);
    }
  }

  private static long size(DriverLines lines, String what) {
    byte[] line = lines.nextContent();
    List<Long> numbers = line == null ? List.of() : MtxHeader.naturals(line);
    if (numbers.size() != 1 || numbers.get(0) < 1 || numbers.get(0) == Long.MAX_VALUE) {
      throw Places.bad(
          lines.file(),
          lines.number(),
          "the number of %s belongs here; a docword file begins with the numbers of documents, words"
                  .formatted(what)
              + " and counts, one a line: correct it, or check --format");
    }
    return numbers.get(0);
  }
}
