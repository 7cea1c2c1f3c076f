package org.sparknmf.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

/** One matrix in each of the formats, its cells in an order of their own in each. */
final class WrittenMatrix {
  private final SampleMatrix x;
  private final Random random = new Random(7);

  WrittenMatrix(SampleMatrix x) {
    this.x = x;
  }

  /** A directory with the matrix and its labels. */
  Path mtx(Path directory) {
    String sizes = "%d %d %d\n".formatted(x.rows().size(), x.columns().size(), x.cells().size());
    write(directory.resolve("rows.txt"), lines(x.rows().size(), this::rowId));
    write(directory.resolve("cols.txt"), lines(x.columns().size(), x.columns()::get));
    write(
        directory.resolve("matrix.mtx"),
        "%%MatrixMarket matrix coordinate real general\n"
            + sizes
            + text("%d %d %s\n", cell -> cell.row() + 1, cell -> cell.column() + 1));
    return directory;
  }

  /** Labels of its own, rows and indices in order, as the format wants it. */
  Path libsvm(Path file) {
    StringBuilder text = new StringBuilder();
    Map<Integer, List<SampleMatrix.Entry>> byRow = byRow();
    for (int row = 0; row < x.rows().size(); row++) {
      text.append(row % 2);
      byRow.getOrDefault(row, List.of()).stream()
          .sorted(Comparator.comparing(SampleMatrix.Entry::column))
          .forEach(cell -> text.append(" %d:%s".formatted(cell.column() + 1, cell.value())));
      text.append('\n');
    }
    return write(file, text.toString());
  }

  /** A directory of 10x, features x barcodes. */
  Path tenX(Path directory) {
    String sizes = "%d %d %d\n".formatted(x.columns().size(), x.rows().size(), x.cells().size());
    write(directory.resolve("barcodes.tsv"), lines(x.rows().size(), this::rowId));
    write(
        directory.resolve("features.tsv"),
        lines(x.columns().size(), i -> "id %d\t%s\tPixels".formatted(i, x.columns().get(i))));
    write(
        directory.resolve("matrix.mtx"),
        "%%MatrixMarket matrix coordinate real general\n%metadata_json: {}\n"
            + sizes
            + text("%d %d %s\n", cell -> cell.column() + 1, cell -> cell.row() + 1));
    return directory;
  }

  Path csv(Path file) {
    return write(file, "row,column,value\n" + text("%s,%s,%s\n", this::rowId, this::columnId));
  }

  Path json(Path file) {
    String line = "{\"row\":\"%s\",\"column\":\"%s\",\"value\":%s}\n";
    return write(file, text(line, this::rowId, this::columnId));
  }

  Path parquetTriples(Path directory) {
    List<Row> rows =
        shuffled(x.cells()).stream()
            .map(cell -> RowFactory.create(rowId(cell), columnId(cell), cell.value()))
            .toList();
    StructType schema =
        new StructType()
            .add("row", DataTypes.StringType)
            .add("column", DataTypes.StringType)
            .add("value", DataTypes.DoubleType);
    return write(directory, rows, schema);
  }

  /** Sparse vectors, columns in the order of the labels. */
  Path parquetVectors(Path directory) {
    List<Row> rows = new ArrayList<>();
    byRow()
        .forEach(
            (row, cells) ->
                rows.add(
                    RowFactory.create(
                        rowId(row),
                        Vectors.sparse(
                            x.columns().size(),
                            cells.stream().mapToInt(SampleMatrix.Entry::column).toArray(),
                            cells.stream().mapToDouble(SampleMatrix.Entry::value).toArray()))));
    StructType schema =
        new StructType()
            .add("row", DataTypes.StringType)
            .add("features", SQLDataTypes.VectorType());
    return write(directory, shuffled(rows), schema);
  }

  private Map<Integer, List<SampleMatrix.Entry>> byRow() {
    return x.cells().stream()
        .collect(Collectors.groupingBy(SampleMatrix.Entry::row, TreeMap::new, Collectors.toList()));
  }

  private String rowId(SampleMatrix.Entry cell) {
    return rowId(cell.row());
  }

  private String rowId(int row) {
    return "image " + x.rows().get(row);
  }

  private String columnId(SampleMatrix.Entry cell) {
    return x.columns().get(cell.column()).toString();
  }

  private String text(
      String line,
      Function<SampleMatrix.Entry, Object> row,
      Function<SampleMatrix.Entry, Object> column) {
    return shuffled(x.cells()).stream()
        .map(cell -> line.formatted(row.apply(cell), column.apply(cell), cell.value()))
        .collect(Collectors.joining());
  }

  private static String lines(int count, IntFunction<?> id) {
    return IntStream.range(0, count)
        .mapToObj(i -> id.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private <T> List<T> shuffled(List<T> some) {
    List<T> copy = new ArrayList<>(some);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path directory, List<Row> rows, StructType schema) {
    TestSpark.session()
        .createDataFrame(rows, schema)
        .repartition(3)
        .write()
        .parquet(directory.toUri().toString());
    return directory;
  }
}
