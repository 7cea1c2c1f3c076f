package org.sparknmf.io.read.mtx;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.DirectCells;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.SourceNotes;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.RejectedRows;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.SlabScan;
import org.sparknmf.io.read.lines.TextRows;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

/** Reads a MatrixMarket file, and labels. */
public final class MtxReader {

  /** The source of the ids of the rows and of the columns of a file. */
  interface Ids {
    /** The ids of the rows. */
    Axis rows(MtxHeader header);

    /** The ids of the columns. */
    Axis columns(MtxHeader header);
  }

  private final SparkSession spark;
  private final InputFiles files;
  private final InputSettings input;
  private final Path matrix;

  private MtxReader(SparkSession spark, InputFiles files, InputSettings input) {
    this.spark = spark;
    this.files = files.only(List.of(matrixOf(files)));
    this.input = input;
    this.matrix = this.files.files().get(0);
  }

  /**
   * Reads a matrix with ids from label files, those of the settings or those that lie beside the
   * matrix.
   */
  public static MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    requireNoNames(input, "a MatrixMarket file");
    MtxReader reader = new MtxReader(spark, files, input);
    return reader.read(reader.new Labelled());
  }

  /** Reads a matrix with ids from elsewhere. */
  public static MatrixSource read(
      SparkSession spark, InputFiles files, InputSettings input, Path matrix, Ids ids) {
    return new MtxReader(spark, files.only(List.of(matrix)), input).read(ids);
  }

  static void requireNoNames(InputSettings input, String what) {
    if (input.columns().anyOfTriples() || input.columns().id().isPresent()) {
      throw new InvalidSettingException(
          "--row-column, --column-column, --value-column, --weight-column and --id-column have no"
              + " meaning for %s, which has no names; leave them out".formatted(what));
    }
  }

  /** The only file, or the only one that is called a MatrixMarket file. */
  public static Path matrixOf(InputFiles files) {
    List<Path> candidates = files.files().stream().filter(MtxReader::isNamedMtx).toList();
    List<Path> chosen = candidates.isEmpty() ? files.files() : candidates;
    if (chosen.size() > 1) {
      throw new InvalidMatrixException(
          "%s and %d more files; a MatrixMarket matrix is one file: give its path"
              .formatted(Places.show(chosen.get(0)), chosen.size() - 1));
    }
    return chosen.get(0);
  }

  public static boolean isNamedMtx(Path file) {
    String name = file.getName().toLowerCase(Locale.ROOT);
    return name.endsWith(".mtx") || name.contains(".mtx.");
  }

  private MatrixSource read(Ids ids) {
    MtxHeader header;
    long sizesAt;
    int perLine;
    try (DriverLines lines = files.lines(matrix)) {
      header = MtxHeader.read(lines);
      sizesAt = lines.lineStart();
      byte[] first = MtxHeader.nextEntry(lines);
      if (first == null) {
        throw Places.bad(lines.file(), "no entries follow the header; the file is truncated");
      }
      perLine = header.layout() == MtxHeader.Layout.ARRAY ? fields(first) : 1;
    }
    MtxCells cells = new MtxCells(header, input.cells().orientation(), input.emptyCells());
    LineScan scan = LineScan.of(spark, files, input.badRows());
    MtxArrayLines several = new MtxArrayLines(cells, perLine);
    TextRows lines = scan.read(perLine > 1 ? several : cells, sizesAt);
    if (cells.needsOrdinals()) {
      refuseMissing(header, lines.counted(), perLine > 1 ? several.lines() : header.entries());
    }
    SourceNotes notes = lines.notes(describe(header), List.of(Places.show(matrix)));
    RejectedRows rejected = notes.rejected();
    if (!rejected.isEmpty()) {
      refuseOtherCount(header, lines.dataLines());
    }
    Axis rows = ids.rows(header);
    Axis columns = ids.columns(header);
    return notes.of(
        InputFormat.MTX,
        new MatrixFrame(
            perLine > 1 ? several.cells(lines.rows()) : lines.rows(),
            MatrixFrame.Shape.CELLS,
            input.transposed() ? columns : rows,
            input.transposed() ? rows : columns,
            header.symmetric(),
            cells.needsOrdinals()
                ? OptionalLong.empty()
                : OptionalLong.of(header.entries() - rejected.count()),
            notes.firstBadPlace(),
            rejected.isEmpty() ? direct(header, sizesAt) : Optional.empty()));
  }

  /** The cells without rows of Spark SQL; an array needs to be counted through first. */
  private Optional<DirectCells<?>> direct(MtxHeader header, long sizesAt) {
    SlabScan scan = new SlabScan(spark, matrix);
    return header.layout() == MtxHeader.Layout.COORDINATE && scan.isBetter()
        ? Optional.of(
            new DirectCells<>(
                scan.slabs(), new MtxSlabs(header, sizesAt, input.cells().orientation())))
        : Optional.empty();
  }

  private void refuseMissing(MtxHeader header, long found, long wanted) {
    if (found < wanted) {
      throw Places.bad(
          Places.show(matrix),
          "%d %s, but the header's %d x %d array has %d; the file is truncated, or correct the"
                  .formatted(
                      found,
                      wanted < header.entries() ? "lines of values" : "values",
                      header.rows(),
                      header.columns(),
                      wanted)
              + " sizes");
    }
  }

  private static int fields(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1).strip().split("[ \t]+", -1).length;
  }

  /** The builder of the matrix cannot tell a line that is missing from one that was left out. */
  private void refuseOtherCount(MtxHeader header, long lines) {
    if (lines != header.entries() && header.layout() == MtxHeader.Layout.COORDINATE) {
      throw Places.bad(
          Places.show(matrix),
          "%d lines of entries, but the header promises %d; both must agree: the file may be cut short"
              .formatted(lines, header.entries()));
    }
  }

  /** Ids from label files; a symmetric matrix has them once. */
  private final class Labelled implements Ids {

    @Override
    public Axis rows(MtxHeader header) {
      Optional<Path> own = rowLabels();
      Optional<Path> labels = own.or(() -> header.symmetric() ? columnLabels() : own);
      return Labels.axis(files, labels, "row", new Axis.Counted(header.rows(), 1));
    }

    @Override
    public Axis columns(MtxHeader header) {
      Optional<Path> own = columnLabels();
      Optional<Path> labels = own.or(() -> header.symmetric() ? rowLabels() : own);
      return Labels.axis(files, labels, "column", new Axis.Counted(header.columns(), 1));
    }

    private Optional<Path> rowLabels() {
      return Labels.given(files, input.labels().rows())
          .or(() -> Labels.beside(files, matrix, "rows.txt"));
    }

    private Optional<Path> columnLabels() {
      return Labels.given(files, input.labels().columns())
          .or(() -> Labels.beside(files, matrix, "cols.txt"));
    }
  }

  private static String describe(MtxHeader header) {
    return "MatrixMarket %s %s %s, %d x %d, %d entries"
        .formatted(
            header.layout().name().toLowerCase(Locale.ROOT),
            header.field().name().toLowerCase(Locale.ROOT),
            header.symmetric() ? "symmetric" : "general",
            header.rows(),
            header.columns(),
            header.entries());
  }
}
