package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.testing.TestSpark;

/** The blocks are the same whether cells come directly or by way of rows of Spark SQL. */
class DirectCellsIT {
  private static final String GENERAL = "general\n3 3 5\n1 1 2.5\n1 3 1\n2 2 3\n3 1 0.125\n3 3 7\n";
  private static final String SYMMETRIC = "symmetric\n3 3 4\n1 1 2.5\n3 1 4\n2 2 3\n3 2 0.125\n";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "m.mtx, general, AS_STORED",
    "m.mtx.gz, general, AS_STORED",
    "m.mtx.gz, general, TRANSPOSED",
    "m.mtx.gz, symmetric, AS_STORED"
  })
  void blocksAreTheSame(String name, String symmetry, FileOrientation orientation)
      throws SparkException {
    String text =
        "%%MatrixMarket matrix coordinate real "
            + (symmetry.equals("general") ? GENERAL : SYMMETRIC);
    String file = TestText.write(directory, name, text);
    // Numbers go by sorted label, which is not the order of these.
    TestText.write(directory, "rows.txt", "c\na\nb\n");
    TestText.write(directory, "cols.txt", symmetry.equals("general") ? "y\nz\nx\n" : "c\na\nb\n");
    MatrixFrame frame = ReaderChecks.read(InputSettings.of(file).withOrientation(orientation));
    assertThat(frame.direct()).isPresent();
    MatrixFrame byRows =
        new MatrixFrame(
            frame.data(),
            frame.shape(),
            frame.rows(),
            frame.columns(),
            frame.symmetric(),
            frame.declaredEntries(),
            frame.firstBadPlace());
    assertThat(built(frame)).isEqualTo(built(byRows));
  }

  private static List<Object> built(MatrixFrame frame) throws SparkException {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext());
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
    try (SparkScope scope = new SparkScope(context)) {
      DistributedMatrix x = new MatrixBuilder(frame, settings, scope).build().x();
      return List.of(x.summary(), x.fingerprint(), x.entries());
    }
  }
}
