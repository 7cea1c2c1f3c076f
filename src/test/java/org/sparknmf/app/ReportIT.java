package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.SampleMatrix;

/** What a fit leaves for its report, against a naive look at the data; and {@code report}. */
class ReportIT {
  private static final String OPTIONS = "--rank 4 --max-iterations 15 --tolerance 0 ";
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  @TempDir private static Path directory;
  private static Path input;

  @BeforeAll
  static void fit() {
    input = SampleMatrix.copy("digits", directory.resolve("in"));
    published("rows", "--plan driver --image-shape 8x8");
  }

  private static PublishedResult published(String name, String options) {
    return FitRun.published(input, directory.resolve(name), OPTIONS + options);
  }

  private static JsonNode figures(String name) throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(directory.resolve(name).resolve("figures.json")));
  }

  private static RecordedRun report(Object... words) {
    List<String> args = new ArrayList<>(List.of("report"));
    List.of(words).forEach(word -> args.add(word.toString()));
    return new RecordedRun(directory).run(Commands.ALL, args.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "driver, --plan driver --restarts 2 --init random",
    "broadcast, --plan broadcast --partitions 3",
    "columns, --plan broadcast --orientation columns",
    "scatter, --plan scatter",
    "batches, --mini-batch 500",
    "missing, --empty-cells missing --plan broadcast --init random",
    "single, --precision single"
  })
  void namesTheWorstRowsAndColumns(String name, String options) throws IOException {
    PublishedResult result = published(name, options);
    JsonNode figures = figures(name);
    Naive naive = new Naive(result, name.equals("missing"));
    assertLines(figures.get("worstRows"), naive.rows(), name.equals("single") ? 1e-4 : 1e-9);
    assertLines(figures.get("worstColumns"), naive.columns(), name.equals("single") ? 1e-4 : 1e-9);
    JsonNode row = figures.at("/sample/7");
    for (int j = 0; j < naive.n(); j++) {
      double fitted = naive.fitted(7, j);
      assertThat(row.at("/reconstruction/" + j).asDouble())
          .isCloseTo(fitted, Offset.offset(1e-3 * Math.max(1e-3, fitted)));
      assertThat(row.at("/original/" + j).asDouble()).isEqualTo(naive.given(7, j));
    }
  }

  private static void assertLines(JsonNode found, List<Double> errors, double within) {
    assertThat(found).hasSize(10);
    List<Double> worst = errors.stream().sorted(Comparator.reverseOrder()).limit(10).toList();
    for (int i = 0; i < worst.size(); i++) {
      assertThat(found.at("/" + i + "/relativeError").asDouble())
          .isCloseTo(worst.get(i), Offset.offset(within));
    }
  }

  @Test
  void sharesAndSparsityAreThoseOfTheFactors() throws IOException {
    JsonNode figures = figures("rows");
    Naive naive = new Naive(new PublishedResult(directory.resolve("rows")), false);
    long rows = 0;
    double share = 0;
    for (JsonNode one : figures.get("components")) {
      rows += one.get("largestInRows").asLong();
      share += one.get("meanShare").asDouble();
      assertThat(one.get("sparsenessOfH").asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(rows).isEqualTo(naive.m());
    assertThat(share).isCloseTo(1, CLOSE);
    assertThat(figures.get("similar")).hasSize(4 * 3 / 2);
    JsonNode first = figures.at("/similar/0");
    assertThat(first.get("cosine").asDouble()).isEqualTo(naive.largestCosine(), CLOSE);
    assertThat(figures.get("settings").findValuesAsText("key")).contains("rank", "image-shape");
    assertThat(figures.get("settings").findValuesAsText("origin")).contains("command line --rank");
  }

  @Test
  void figuresDoNotDependOnThePlan() throws IOException {
    published("one", "--plan broadcast --partitions 1");
    published("two", "--plan scatter --partitions 5");
    for (String part : List.of("components", "similar", "worstRows", "worstColumns", "sample")) {
      assertThat(figures("one").get(part)).as(part).isEqualTo(figures("rows").get(part));
      assertThat(figures("two").get(part)).as(part).isEqualTo(figures("rows").get(part));
    }
  }

  @Test
  void drawsTheSamePageAgain() throws IOException {
    Path page = directory.resolve("rows/report.html");
    String before = Files.readString(page);
    RecordedRun run = report(directory.resolve("rows"));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("Report in ").contains("rows/report.html");
    assertThat(Files.readString(page)).isEqualTo(before);
    assertThat(directory.resolve("rows").toFile().list())
        .noneMatch(name -> name.contains(".crc") || name.endsWith(".new"));
  }

  @Test
  void comparesWithAnEarlierResult() throws IOException {
    FitRun.published(input, directory.resolve("earlier"), "--seed 7 --rank 3 --max-iterations 9");
    Path page = directory.resolve("drift.html");
    RecordedRun run =
        report(
            directory.resolve("rows"), "--compare", directory.resolve("earlier"), "--html", page);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page)).contains("id=\"drift\"", "64 of 64 columns are in both");
    RecordedRun itself =
        report(directory.resolve("rows"), "--compare", directory.resolve("rows"), "--html", page);
    assertThat(itself.code()).as(itself.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page)).contains("4 components are the same, 0 have changed");
  }

  @Test
  void findsWhatAPointerPointsAt() throws IOException {
    published("pointed", "--publish pointer");
    Path page = directory.resolve("pointed.html");
    RecordedRun run = report(directory.resolve("pointed"), "--html", page, "--image-shape", "4x16");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(page)).contains("id=\"pictures\"", "width=\"16\" height=\"4\"");
  }

  @Test
  void saysWhatIsWrong() {
    RecordedRun shape = report(directory.resolve("rows"), "--image-shape", "9x9");
    assertThat(shape.code()).isEqualTo(ExitCode.USAGE);
    assertThat(shape.lastLine())
        .contains("image-shape 9x9 has 81 pixels and X has 64 columns", "give --image-shape 8x8");
    assertThat(report(directory.resolve("nowhere")).code()).isEqualTo(ExitCode.INPUT);
    RecordedRun place = report(directory.resolve("rows"), "--html", directory);
    assertThat(place.code()).isEqualTo(ExitCode.OUTPUT);
    RecordedRun fit =
        FitRun.run(
            directory,
            "--input",
            input.toString(),
            "--output",
            directory.resolve("no").toString(),
            "--image-shape",
            "8x9");
    assertThat(fit.code()).isEqualTo(ExitCode.USAGE);
    assertThat(fit.lastLine()).contains("has 72 pixels and X has 64 columns");
  }

  /** Everything cell by cell. */
  private static final class Naive {
    private final SampleMatrix x = SampleMatrix.of("digits");
    private final List<Row> w;
    private final List<Row> h;
    private final double[] cells;
    private final boolean[] stored;
    private final boolean missing;

    Naive(PublishedResult result, boolean missing) {
      this.missing = missing;
      this.w = result.table("W");
      this.h = result.table("H");
      this.cells = new double[m() * n()];
      this.stored = new boolean[m() * n()];
      for (SampleMatrix.Entry cell : x.cells()) {
        cells[cell.row() * n() + cell.column()] = cell.value();
        stored[cell.row() * n() + cell.column()] = true;
      }
    }

    int m() {
      return x.rows().size();
    }

    int n() {
      return x.columns().size();
    }

    double given(int row, int column) {
      return cells[row * n() + column];
    }

    double fitted(int row, int column) {
      double[] left = PublishedResult.numbers(w.get(row));
      double[] right = PublishedResult.numbers(h.get(column));
      return IntStream.range(0, left.length).mapToDouble(c -> left[c] * right[c]).sum();
    }

    List<Double> rows() {
      return IntStream.range(0, m()).mapToObj(i -> error(i, i + 1, 0, n())).toList();
    }

    /** Columns that are zero throughout are explained by whatever is zero. */
    List<Double> columns() {
      return IntStream.range(0, n())
          .filter(j -> IntStream.range(0, m()).anyMatch(i -> given(i, j) > 0))
          .mapToObj(j -> error(0, m(), j, j + 1))
          .toList();
    }

    private double error(int fromRow, int toRow, int fromColumn, int toColumn) {
      double squares = 0;
      double residual = 0;
      for (int i = fromRow; i < toRow; i++) {
        for (int j = fromColumn; j < toColumn; j++) {
          double left = given(i, j) - fitted(i, j);
          boolean counts = !missing || stored[i * n() + j];
          squares += given(i, j) * given(i, j);
          residual += counts ? left * left : 0;
        }
      }
      return Math.sqrt(residual / squares);
    }

    double largestCosine() {
      double largest = 0;
      int rank = PublishedResult.numbers(h.get(0)).length;
      for (int c = 0; c < rank; c++) {
        for (int d = 0; d < c; d++) {
          largest = Math.max(largest, dot(c, d) / Math.sqrt(dot(c, c) * dot(d, d)));
        }
      }
      return largest;
    }

    private double dot(int c, int d) {
      return h.stream().map(PublishedResult::numbers).mapToDouble(row -> row[c] * row[d]).sum();
    }
  }
}
