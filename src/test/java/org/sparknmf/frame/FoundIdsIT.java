package org.sparknmf.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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
import org.sparknmf.testing.TestSpark;

/** Ids of the data, few and many of them. */
@Tag("everyBuild")
class FoundIdsIT {
  /** One more than are held on the driver. */
  private static final int MANY = (int) Numbering.FEW + 1;

  private static final int COLUMNS = 7;

  private final JavaSparkContext context =
      JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());

  /** A cell in each row; each second row has another one. */
  private static Dataset<Row> cells(int rows, String row, String column) {
    return TestSpark.session()
        .sql(
            ("select %s as row, %s as column, 1d + r %% 5 as value from"
                    + " (select id div 2 as r, (id * 3) %% %d as c from range(%d)"
                    + " where id %% 4 < 3)")
                .formatted(row, column, COLUMNS, 2 * rows));
  }

  private static MatrixFrame frame(Dataset<Row> cells, Axis rows, Axis columns) {
    return new MatrixFrame(
        FrameRows.of(cells),
        MatrixFrame.Shape.CELLS,
        rows,
        columns,
        false,
        OptionalLong.empty(),
        Optional::empty);
  }

  private NumberedMatrix built(MatrixFrame frame, SparkScope scope) throws SparkException {
    MatrixSettings settings =
        new MatrixSettings(
            2,
            OptionalInt.empty(),
            Resources.of(context),
            DuplicatePolicy.ERROR,
            Precision.DOUBLE,
            Optional.empty(),
            EmptyCells.ZERO,
            0);
    return new MatrixBuilder(frame, settings, scope).build();
  }

  private long fingerprint(MatrixFrame frame) throws SparkException {
    try (SparkScope scope = new SparkScope(context)) {
      return built(frame, scope).x().fingerprint();
    }
  }

  /** The ids sort as the positions do. */
  @ParameterizedTest
  @CsvSource({"1000, false", "1000, true", MANY + ", false", MANY + ", true"})
  void giveTheMatrixThatPositionsGive(int rows, boolean areStrings) throws SparkException {
    Dataset<Row> named =
        areStrings
            ? cells(rows, "concat('r', lpad(r, 9, '0'))", "concat('c', c)")
            : cells(rows, "100 * r - 7", "c - 3");
    MatrixFrame positions =
        frame(cells(rows, "r", "c"), new Axis.Counted(rows, 0), new Axis.Counted(COLUMNS, 0));
    assertThat(fingerprint(frame(named, new Axis.FromData(), new Axis.FromData())))
        .isEqualTo(fingerprint(positions));
  }

  @ParameterizedTest
  @CsvSource({"1000, true", MANY + ", false"})
  void areInHandWhereTheyAreFew(int rows, boolean areFew) throws SparkException {
    MatrixFrame frame =
        frame(cells(rows, "concat('r', r)", "c"), new Axis.FromData(), new Axis.FromData());
    try (SparkScope scope = new SparkScope(context)) {
      Numbering ids = built(frame, scope).rows();
      assertThat(ids instanceof FewNumbering).isEqualTo(areFew);
      assertThat(ids.size()).isEqualTo(rows);
      assertThat(ids.ids(List.of(0L, 2L)))
          .containsEntry(0L, "r0")
          .containsEntry(2L, rows > 100 ? "r10" : "r2");
    }
  }

  /** Two bytes that no UTF-8 has are shown by the same sign. */
  @Test
  void thatOnlyBytesTellApartAreRefused() {
    Dataset<Row> cells =
        TestSpark.session()
            .sql(
                "select cast(unhex(i) as string) as row, 'c' as column, 1d as value"
                    + " from values ('41FF'), ('41FE') as t(i)");
    assertThatThrownBy(() -> fingerprint(frame(cells, new Axis.FromData(), new Axis.FromData())))
        .isExactlyInstanceOf(InvalidMatrixException.class)
        .hasMessageStartingWith("two row ids read A\uFFFD and differ in bytes that are no UTF-8");
  }
}
