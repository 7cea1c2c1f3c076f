package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components of an earlier fit that keep their bits in a new one. */
class FixedComponentsIT {
  private static final String COMMON = "--tolerance 0 --max-iterations 4";

  @TempDir private static Path directory;
  private static PartOfDigits now;
  private static Path nowFile;
  private static Path model;

  @BeforeAll
  static void fitOnEarlierData() {
    PartOfDigits then = PartOfDigits.of(row -> row <= 300, column -> column % 8 != 4);
    now = PartOfDigits.of(row -> row > 100 && row <= 350, column -> column % 8 != 5);
    nowFile = now.csv(directory.resolve("now.csv"));
    model = directory.resolve("model");
    FitRun.published(then.csv(directory.resolve("then.csv")), model, "--rank 4 --max-iterations 6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--plan broadcast --init random",
        "--plan shuffle --init random --orientation columns",
        "--plan driver --solver hals --orientation columns",
        "--plan driver --inner-updates 3 --init nndsvd",
        "--plan scatter --loss kullback-leibler --alpha-h 0.1",
        "--plan driver --loss 1.5",
        "--plan driver --empty-cells missing",
        "--plan driver --empty-cells missing --solver hals"
      })
  void ofHKeepTheirBits(String option) {
    PublishedResult fit = fixed("h", "--fix-components 3,1 --rank 5 --fix-h " + model, option);
    List<Integer> positions = List.of(position(3), position(1));
    Map<Object, double[]> known = byId(new PublishedResult(model).table("H"));
    Map<Object, double[]> moved = byId(fit.table("H"));
    assertThat(moved.keySet()).hasSameElementsAs(List.<Object>copyOf(now.columns()));
    int absent = 0;
    for (Map.Entry<Object, double[]> column : moved.entrySet()) {
      double[] before = known.get(column.getKey());
      absent += before == null ? 1 : 0;
      for (int c = 0; c < 2; c++) {
        double expected = before == null ? 0 : before[positions.get(c)];
        assertThat(column.getValue()[c]).isEqualTo(expected);
      }
    }
    assertThat(absent).isPositive();
    assertThat(fit.history().stream().map(line -> line.get("objective").asDouble()))
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static PublishedResult fixed(String what, String given, String option) {
    String name = what + option.replaceAll("[^a-z0-9]+", "-");
    return FitRun.published(nowFile, directory.resolve(name), COMMON + " " + given + " " + option);
  }

  private static int position(int component) {
    return new PublishedResult(model)
        .table("components").stream()
            .filter(row -> row.<Integer>getAs("component") == component)
            .findFirst()
            .orElseThrow()
            .getAs("position");
  }

  private static Map<Object, double[]> byId(List<Row> factor) {
    return factor.stream().collect(Collectors.toMap(row -> row.get(0), PublishedResult::numbers));
  }

  @Tag("onRequest")
  @ParameterizedTest
  @ValueSource(strings = {"mu", "hals"})
  void haveTheSameBitsOnEveryPlan(String solver) {
    String given = "--solver " + solver + " --rank 3 --fix-components 2 --fix-h " + model;
    Map<String, List<String>> bits = new HashMap<>();
    for (String plan : List.of("driver", "broadcast", "scatter", "shuffle")) {
      bits.put(plan, fixed(solver, given, "--partitions 3 --plan " + plan).sha256());
    }
    assertThat(bits.values()).as(bits.toString()).containsOnly(bits.get("driver"));
  }

  /** All of them, and rows that the model lacks: 0 there. */
  @Test
  void ofWAreAllWhereNoneIsNamed() {
    PublishedResult fit = fixed("w", "--rank 4 --fix-w " + model, "--plan broadcast");
    Map<Object, double[]> known = byId(new PublishedResult(model).table("W"));
    byId(fit.table("W"))
        .forEach(
            (id, row) ->
                assertThat(row).isEqualTo(known.getOrDefault(id, new double[] {0, 0, 0, 0})));
  }

  /** What is fixed prevails over what an earlier fit gives. */
  @Test
  void ofBothFactorsWithAWarmStart() {
    PublishedResult fit =
        FitRun.published(
            nowFile,
            directory.resolve("both"),
            "--tolerance 0 --max-iterations 2 --rank 4 --fix-components 4 --init-from %1$s --fix-w %1$s --fix-h %1$s"
                .formatted(model));
    int position = position(4);
    for (String name : List.of("W", "H")) {
      Map<Object, double[]> known = byId(new PublishedResult(model).table(name));
      Map<Object, double[]> moved = byId(fit.table(name));
      List<Object> both = moved.keySet().stream().filter(known::containsKey).toList();
      assertThat(both).hasSizeGreaterThan(20);
      for (Object id : both) {
        assertThat(moved.get(id)[0]).isEqualTo(known.get(id)[position]);
      }
      assertThat(both)
          .anySatisfy(id -> assertThat(moved.get(id)[1]).isNotEqualTo(known.get(id)[1]));
    }
  }

  @Test
  void areCountedAndSaid() {
    RecordedRun run =
        FitRun.run(
            directory,
            "--input",
            nowFile.toString(),
            "--output",
            directory.resolve("said").toString(),
            "--rank",
            "4",
            "--max-iterations",
            "1",
            "--fix-h",
            model.toString(),
            "--fix-components",
            "3,1");
    assertThat(run.err())
        .contains("fixed: components 3, 1 of H from " + model + ", ")
        .contains(" of %d columns have values there, others are 0".formatted(now.columns().size()));
  }
}
