package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.testing.Mutations;
import org.sparknmf.testing.TestSpark;

/** Damaged files through Spark: read, or refused by one of the two exceptions for bad input. */
class ReaderFuzzIT {
  private static final int INPUTS = 25;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c.mtx",
        "a.mtx.gz",
        "t.csv",
        "d.csv",
        "t.jsonl",
        "z.csv.gz",
        "p.parquet",
        "l.libsvm"
      })
  void damagedFilesAreReadOrRefused(String name) {
    byte[] valid =
        switch (name) {
          case "c.mtx" -> TestText.bytes(Samples.COORDINATE);
          case "a.mtx.gz" -> TestText.bytes(Samples.ARRAY);
          case "d.csv" -> TestText.bytes(Samples.DENSE);
          case "t.jsonl" -> TestText.bytes(Samples.JSON);
          case "z.csv.gz" -> Archives.gzip(Samples.TRIPLES);
          case "p.parquet" -> parquet();
          case "l.libsvm" -> TestText.bytes(Samples.LIBSVM);
          default -> TestText.bytes(Samples.TRIPLES);
        };
    Random random = new Random(name.hashCode());
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      String file = write(i + "-" + name, Mutations.of(valid, random));
      try {
        MatrixFrame frame = MatrixReader.open(TestSpark.session(), InputSettings.of(file)).frame();
        ReaderChecks.rows(frame);
      } catch (InvalidMatrixException | InputUnreadableException e) {
        refused++;
        assertThat(e).hasMessageContaining(i + "-" + name);
        assertThat(e.getMessage().lines()).hasSize(1);
      }
    }
    assertThat(refused).isPositive();
  }

  /** Bytes as they are when they are damaged archives; else compressed if the name says so. */
  private String write(String name, byte[] bytes) {
    return name.contains("z.csv")
        ? Archives.rename(TestText.write(directory, "raw", bytes), name)
        : TestText.write(directory, name, bytes);
  }

  private byte[] parquet() {
    Path path = directory.resolve("valid");
    TestSpark.session()
        .sql("select string(id) as row, id as column, double(id) as value from range(20)")
        .coalesce(1)
        .write()
        .parquet(path.toString());
    return Archives.onlyDataFile(path);
  }
}
