package org.sparknmf.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;

/**
 * A sample of the jar as a test knows it: read by code of its own, cell by cell.
 *
 * @param rows ids in the order of the file: labels, else counted from 1
 * @param columns ids in the order of the file
 * @param cells in the order of the file; positions from 0
 */
public record SampleMatrix(List<?> rows, List<?> columns, List<Entry> cells) {
  private static final String ROOT = "/org/sparknmf/samples/";
  private static final String MATRIX = "matrix.mtx.gz";

  /** A cell that is given. */
  public record Entry(int row, int column, double value) {}

  /** Copies the files of a sample into a new directory; the matrix among them. */
  public static Path copy(String sample, Path directory) {
    try {
      Files.createDirectories(directory);
      for (String file : List.of(MATRIX, "rows.txt", "cols.txt")) {
        try (InputStream in = resource(sample, file)) {
          if (in != null) {
            Files.copy(in, directory.resolve(file));
          }
        }
      }
      return directory.resolve(MATRIX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a sample. */
  public static SampleMatrix of(String sample) {
    try (InputStream in = new GZIPInputStream(resource(sample, MATRIX))) {
      List<String> lines = lines(in);
      String[] sizes = lines.get(1).split(" ", -1);
      List<Entry> cells = lines.stream().skip(2).map(SampleMatrix::entry).toList();
      return new SampleMatrix(
          ids(sample, "rows.txt", Integer.parseInt(sizes[0])),
          ids(sample, "cols.txt", Integer.parseInt(sizes[1])),
          cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<?> ids(String sample, String file, int count) throws IOException {
    try (InputStream in = resource(sample, file)) {
      return in == null ? LongStream.rangeClosed(1, count).boxed().toList() : lines(in);
    }
  }

  private static InputStream resource(String sample, String file) {
    return SampleMatrix.class.getResourceAsStream(ROOT + sample + "/" + file);
  }

  private static List<String> lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
  }

  private static Entry entry(String line) {
    String[] fields = line.split(" ", -1);
    int row = Integer.parseInt(fields[0]) - 1;
    return new Entry(row, Integer.parseInt(fields[1]) - 1, Double.parseDouble(fields[2]));
  }

  /** Rows for columns and columns for rows. */
  public SampleMatrix transposed() {
    List<Entry> exchanged =
        cells.stream().map(cell -> new Entry(cell.column, cell.row, cell.value)).toList();
    return new SampleMatrix(columns, rows, exchanged);
  }

  /** The same matrix without the columns that have no cell, which no list of cells can tell. */
  public SampleMatrix withoutEmptyColumns() {
    int[] counts = new int[columns.size()];
    cells.forEach(cell -> counts[cell.column]++);
    List<Integer> kept =
        IntStream.range(0, counts.length).filter(column -> counts[column] > 0).boxed().toList();
    List<Entry> moved = new ArrayList<>(cells.size());
    for (Entry cell : cells) {
      moved.add(new Entry(cell.row, kept.indexOf(cell.column), cell.value));
    }
    return new SampleMatrix(
        rows, kept.stream().map(id -> (Object) columns.get(id)).toList(), moved);
  }

  /** The same matrix with other values, in the same cells. */
  public SampleMatrix map(Function<Entry, Double> value) {
    return new SampleMatrix(
        rows,
        columns,
        cells.stream().map(c -> new Entry(c.row, c.column, value.apply(c))).toList());
  }
}
