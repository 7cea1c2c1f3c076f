package org.sparknmf.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.testing.TestSpark;

/** Frames of cells with weights whose source finds nothing wrong with itself. */
@Tag("everyBuild")
class WeightedFrameIT {

  private static MatrixSummary summary(String cells, DuplicatePolicy duplicates)
      throws SparkException {
    MatrixFrame frame =
        new MatrixFrame(
            FrameRows.of(
                TestSpark.session()
                    .sql(
                        "select * from values %s as t(row, column, value, weight)"
                            .formatted(cells))),
            MatrixFrame.Shape.CELLS,
            new Axis.FromData(),
            new Axis.FromData(),
            false,
            OptionalLong.empty(),
            Optional::empty);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
    MatrixSettings settings =
        new MatrixSettings(
            2,
            OptionalInt.empty(),
            Resources.of(context),
            duplicates,
            Precision.DOUBLE,
            Optional.empty(),
            EmptyCells.MISSING,
            0);
    try (SparkScope scope = new SparkScope(context)) {
      return new MatrixBuilder(frame, settings, scope).build().x().summary();
    }
  }

  /** By hand: 2*3 + 0.5*4, 2*9 + 0.5*16, 2 + 0.5. A row and a column have no known cell. */
  @Test
  void idsOfUnknownCellsStay() throws SparkException {
    assertThat(
            summary(
                "('a', 'x', 3d, 2d), ('b', 'y', 4d, 0.5d), ('c', 'z', 9d, 0d)",
                DuplicatePolicy.ERROR))
        .isEqualTo(new MatrixSummary(3, 3, 2, 8, 26, 4, 2.5, 2));
  }

  @ParameterizedTest
  @CsvSource({"-1d, -1.0", "double('nan'), NaN", "double('infinity'), Infinity"})
  void theFirstBadWeightIsNamed(String weight, String shown) {
    String cells =
        "('c', 'y', 1d, -7d), ('b', 'y', 4d, %1$s), ('b', 'z', 4d, %1$s), ('a', 'x', 3d, 2d)"
            .formatted(weight);
    assertThatThrownBy(() -> summary(cells, DuplicatePolicy.ERROR))
        .isExactlyInstanceOf(InvalidMatrixException.class)
        .hasMessage(
            "weight "
                + shown
                + " in row b, column y: every weight must be finite and not negative; correct or"
                + " remove the cell");
  }

  @Test
  void aBadValueIsNamedBeforeABadWeight() {
    assertThatThrownBy(
            () -> summary("('a', 'x', 3d, -2d), ('b', 'y', -4d, 1d)", DuplicatePolicy.ERROR))
        .hasMessageStartingWith("value -4.0 in row b, column y: every value must be finite");
  }

  @Test
  void aZeroGivenTwiceIsADuplicateButNoCellOfWeightZero() throws SparkException {
    String twice = "('b', 'y', 0d, 1d), ('a', 'x', 3d, 2d), ('b', 'y', 0d, 1d)";
    assertThatThrownBy(() -> summary(twice, DuplicatePolicy.ERROR))
        .hasMessageStartingWith("row b, column y is given 2 times");
    assertThat(summary(twice, DuplicatePolicy.MAX).nonZeros()).isEqualTo(2);
    assertThat(summary(twice.replaceFirst("1d", "0d"), DuplicatePolicy.ERROR).nonZeros())
        .isEqualTo(2);
  }
}
