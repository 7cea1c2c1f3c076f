package io.github.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparknmf.engine.CellDecoder;
import io.github.sparknmf.frame.DirectCells;
import io.github.sparknmf.frame.MatrixFrame;
import io.github.sparknmf.solver.InvalidMatrixException;
import io.github.sparknmf.testing.TestSpark;
import java.util.List;
import org.apache.spark.sql.Row;
import org.assertj.core.api.AbstractThrowableAssert;

/** What tests of readers have in common: read all, or see why not. */
final class ReaderChecks {
  private ReaderChecks() {}

  static MatrixSource open(InputSettings input) {
    return MatrixReader.open(TestSpark.session(), input);
  }

  static MatrixFrame read(InputSettings input) {
    return MatrixReader.read(TestSpark.session(), input);
  }

  /** The rows of a frame as text, sorted. */
  static List<String> rows(MatrixFrame frame) {
    List<Row> rows = ReadFailures.explaining(frame, () -> frame.data().collectAsList());
    return rows.stream().map(Row::toString).sorted().toList();
  }

  /** The cells that a frame gives without rows, as text, sorted. */
  static List<String> directCells(MatrixFrame frame) {
    return directCells(frame.direct().get());
  }

  private static <T> List<String> directCells(DirectCells<T> cells) {
    CellDecoder<T> decoder = cells.decoder();
    return cells
        .source()
        .flatMap(
            element -> {
              ListedCells listed = new ListedCells();
              decoder.decode(element, listed);
              return listed.all().iterator();
            })
        .collect()
        .stream()
        .sorted()
        .toList();
  }

  static List<String> rows(InputSettings input) {
    return rows(read(input));
  }

  /** The error of an invalid matrix. */
  static AbstractThrowableAssert<?, ? extends Throwable> assertInvalid(InputSettings input) {
    return assertThatThrownBy(() -> rows(input)).isExactlyInstanceOf(InvalidMatrixException.class);
  }

  static AbstractThrowableAssert<?, ? extends Throwable> assertUnreadable(InputSettings input) {
    return assertThatThrownBy(() -> rows(input))
        .isExactlyInstanceOf(InputUnreadableException.class);
  }
}
