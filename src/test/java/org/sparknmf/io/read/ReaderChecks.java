package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Row;
import org.assertj.core.api.AbstractThrowableAssert;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.frame.DirectCells;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.testing.TestSpark;

/** What tests of readers have in common: read all, or see why not. */
public final class ReaderChecks {
  private ReaderChecks() {}

  /** An input as it is recognised, which is the same wherever its lines are read. */
  public static MatrixSource open(InputSettings input) {
    Outcome<MatrixSource> inTasks =
        SmallSplits.halved(TestSpark.session(), () -> Outcome.of(() -> recognised(input)));
    Outcome<MatrixSource> here = Outcome.of(() -> recognised(input));
    assertThat(here.map(ReaderChecks::told)).isEqualTo(inTasks.map(ReaderChecks::told));
    return here.get();
  }

  private static MatrixSource recognised(InputSettings input) {
    return MatrixReader.open(TestSpark.session(), input);
  }

  private static List<Object> told(MatrixSource source) {
    MatrixFrame frame = source.frame();
    return List.of(
        source.description(),
        source.files(),
        source.rejected().count(),
        frame.data().schema(),
        frame.rows(),
        frame.columns(),
        frame.declaredEntries());
  }

  public static MatrixFrame read(InputSettings input) {
    return open(input).frame();
  }

  /** The rows of a frame as text, sorted, which are the same wherever they are read. */
  public static List<String> rows(MatrixFrame frame) {
    Outcome<List<String>> inTasks =
        Outcome.of(
            () -> text(ReadFailures.explaining(frame, () -> frame.data().table().collectAsList())));
    if (frame.data().areFew()) {
      Outcome<List<String>> here =
          Outcome.of(
              () -> text(ReadFailures.explaining(frame, () -> frame.inHand().orElseThrow())));
      assertThat(here).isEqualTo(inTasks);
    }
    return inTasks.get();
  }

  private static List<String> text(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }

  /** The cells that a frame gives without rows, as text, sorted. */
  public static List<String> directCells(MatrixFrame frame) {
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

  public static List<String> rows(InputSettings input) {
    return rows(read(input));
  }

  /** The error of an invalid matrix. */
  public static AbstractThrowableAssert<?, ? extends Throwable> assertInvalid(InputSettings input) {
    return assertThatThrownBy(() -> rows(input)).isExactlyInstanceOf(InvalidMatrixException.class);
  }

  public static AbstractThrowableAssert<?, ? extends Throwable> assertUnreadable(
      InputSettings input) {
    return assertThatThrownBy(() -> rows(input))
        .isExactlyInstanceOf(InputUnreadableException.class);
  }
}
