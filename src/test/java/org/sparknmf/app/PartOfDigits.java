package org.sparknmf.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.SparseBlock;
import org.sparknmf.testing.SampleMatrix;

/**
 * Some rows and columns of the digits, under the ids that they have in the whole.
 *
 * @param rows ids of the rows that have cells, ascending
 * @param columns ids of the columns that have cells, ascending
 * @param cells positions are those in the whole
 */
record PartOfDigits(List<Long> rows, List<Long> columns, List<SampleMatrix.Entry> cells) {

  /** The cells whose row id and column id pass. */
  static PartOfDigits of(LongPredicate row, LongPredicate column) {
    List<SampleMatrix.Entry> cells =
        SampleMatrix.of("digits").cells().stream()
            .filter(cell -> row.test(rowId(cell)) && column.test(columnId(cell)))
            .toList();
    return new PartOfDigits(
        ids(cells, PartOfDigits::rowId), ids(cells, PartOfDigits::columnId), cells);
  }

  /** Counted from 1. */
  private static long rowId(SampleMatrix.Entry cell) {
    return cell.row() + 1L;
  }

  private static long columnId(SampleMatrix.Entry cell) {
    return cell.column() + 1L;
  }

  private static List<Long> ids(
      List<SampleMatrix.Entry> cells, ToLongFunction<SampleMatrix.Entry> id) {
    return cells.stream().mapToLong(id).distinct().sorted().boxed().toList();
  }

  /** As triples. */
  Path csv(Path file) {
    String lines =
        cells.stream()
            .map(cell -> "%d,%d,%s\n".formatted(rowId(cell), columnId(cell), cell.value()))
            .collect(Collectors.joining());
    try {
      return Files.writeString(file, "row,column,value\n" + lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As one block. */
  MatrixBlock block() {
    CsrBuilder builder = new CsrBuilder(rows.size(), columns.size());
    for (SampleMatrix.Entry cell : cells) {
      builder.add(rows.indexOf(rowId(cell)), columns.indexOf(columnId(cell)), cell.value());
    }
    return new SparseBlock(builder.build(DuplicatePolicy.ERROR));
  }
}
