package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.io.read.SmallSplits;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

/** The factors are the same to the last bit, however the same matrix is held or written down. */
class SameBitsIT {
  private static final String ITERATIONS = "--tolerance 0 --max-iterations 25";

  @TempDir private static Path directory;
  private static Path digits;

  @BeforeAll
  static void unpack() {
    digits = SampleMatrix.copy("digits", directory.resolve("digits"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "tf-idf"})
  void forAnyNumberOfPartitions(String weighting) {
    Map<Integer, List<String>> bits = new HashMap<>();
    String common = ITERATIONS + " --weighting " + weighting;
    for (int wanted : List.of(1, 2, 7, 64)) {
      Path output = directory.resolve(weighting + wanted);
      String options = common + " --plan broadcast --partitions " + wanted;
      PublishedResult result = FitRun.published(digits, output, options);
      bits.put(result.manifest().at("/plan/partitions").asInt(), result.sha256());
    }
    assertThat(bits).hasSize(4).containsKeys(1, 2, 7);
    assertThat(bits.values()).as(bits.toString()).containsOnly(bits.get(1));

    PublishedResult inDriver =
        FitRun.published(digits, directory.resolve(weighting), common + " --plan driver");
    assertThat(inDriver.sha256()).isEqualTo(bits.get(1));
  }

  @ParameterizedTest
  @CsvSource({"scatter, double", "shuffle, double", "scatter, single", "shuffle, single"})
  void forAnyNumberOfPartitions(String plan, String precision) {
    String common = "--tolerance 0 --max-iterations 5 --precision " + precision;
    String name = plan + "-" + precision;
    PublishedResult inDriver =
        FitRun.published(digits, directory.resolve(name), common + " --plan driver");
    List<Integer> partitions = precision.equals("single") ? List.of(7) : List.of(1, 2, 7, 64);
    for (int wanted : partitions) {
      String options = common + " --plan " + plan + " --partitions " + wanted;
      PublishedResult result = FitRun.published(digits, directory.resolve(name + wanted), options);
      assertThat(result.manifest().at("/plan/engine").asText()).isEqualTo(plan);
      assertThat(result.sha256()).as(options).isEqualTo(inDriver.sha256());
    }
  }

  @Test
  @Tag("onRequest")
  void inAnyFormat() {
    WrittenMatrix x = new WrittenMatrix(SampleMatrix.of("digits").withoutEmptyColumns());
    Path folder = directory.resolve("formats");
    Map<String, List<String>> bits = new HashMap<>();
    bits.put("mtx", bitsOf(x.mtx(folder.resolve("mtx")), ""));
    bits.put("csv", bitsOf(x.csv(folder.resolve("x.csv")), ""));
    bits.put("json", bitsOf(x.json(folder.resolve("x.jsonl")), ""));
    bits.put("triples", bitsOf(x.parquetTriples(folder.resolve("triples")), ""));
    bits.put(
        "vectors",
        bitsOf(
            x.parquetVectors(folder.resolve("vectors")),
            " --id-column row --column-labels " + folder.resolve("mtx/cols.txt")));
    bits.put("10x", bitsOf(x.tenX(folder.resolve("10x")), ""));
    String labels =
        " --row-labels %1$s/mtx/rows.txt --column-labels %1$s/mtx/cols.txt".formatted(folder);
    bits.put("libsvm", bitsOf(x.libsvm(folder.resolve("x.libsvm")), labels));
    assertThat(bits.values()).as(bits.toString()).containsOnly(bits.get("mtx"));
  }

  /** Little input is read on the driver, unless nothing is little. */
  @Test
  void readByTheDriverOrByTasks() {
    WrittenMatrix x = new WrittenMatrix(SampleMatrix.of("digits").withoutEmptyColumns());
    Path folder = directory.resolve("little");
    for (Path input :
        List.of(
            x.csv(folder.resolve("y.csv")),
            x.parquetTriples(folder.resolve("triples-too")),
            x.libsvm(folder.resolve("y.libsvm")))) {
      List<String> byDriver = bitsOf(input, "");
      List<String> byTasks =
          SmallSplits.halved(TestSpark.session(), () -> bitsOf(input, " --if-exists overwrite"));
      assertThat(byTasks).as(input.toString()).isEqualTo(byDriver);
    }
  }

  private static List<String> bitsOf(Path input, String options) {
    Path output = directory.resolve("of-" + input.getFileName());
    return FitRun.published(input, output, ITERATIONS + options).sha256();
  }
}
