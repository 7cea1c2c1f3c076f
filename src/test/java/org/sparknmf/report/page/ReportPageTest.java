package org.sparknmf.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparknmf.report.Drift;
import org.sparknmf.report.Figures;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Pictures;
import org.sparknmf.report.Selection;
import org.sparknmf.solver.ComponentSummary;

class ReportPageTest {
  private static final String HOSTILE = "<script>alert(1)</script>";
  private static final int MOST_BYTES = 2_000_000;

  private static Manifest manifest(boolean fit, int rank, long columns) {
    return new Manifest(
        new Manifest.RunRecord(
            1,
            HOSTILE,
            "done",
            0,
            null,
            fit ? "fit" : "select-rank",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:01:00Z",
            Map.of("solver", "hals", "label", HOSTILE),
            Map.of("read", 1.5),
            Map.of("jvm", 0.5, "read", 1.5),
            Map.of("java", "17"),
            List.of(HOSTILE)),
        fit ? fit(rank, columns) : new Manifest.SelectionRecord(null, null, Map.of(), 3));
  }

  private static Manifest.FitRecord fit(int rank, long columns) {
    return new Manifest.FitRecord(
        new Manifest.InputRecord(
            HOSTILE, "mtx", 101, columns, 997, 997, "00", "none", "zero", 0, null),
        null,
        null,
        new Manifest.ResultRecord(
            7, 1, true, "converged: " + HOSTILE, 0.5, 2.5, 0, 0.1, 0, List.of(), null, true),
        new Manifest.FactorRecords(
            new Manifest.FactorRecord(101, rank, "aa"),
            new Manifest.FactorRecord(columns, rank, "bb")));
  }

  private static ReportData data(int rank, int top, String id) {
    List<ComponentSummary> components = new ArrayList<>();
    List<Figures.OfComponent> figures = new ArrayList<>();
    List<Figures.Pair> pairs = new ArrayList<>();
    for (int c = 1; c <= rank; c++) {
      ComponentSummary.TopColumn column = new ComponentSummary.TopColumn(id, 0.1);
      components.add(
          new ComponentSummary(c, c - 1, 1, 1.0 / rank, Collections.nCopies(top, column)));
      figures.add(new Figures.OfComponent(c, 3, 0.1, 0.5, 0.5, 0, 0));
      for (int d = c + 1; d <= rank; d++) {
        pairs.add(new Figures.Pair(c, d, 0.95));
      }
    }
    List<Figures.Line> worst = Collections.nCopies(10, new Figures.Line(id, 0.9, 2));
    List<HistoryLine> history =
        IntStream.range(0, 5000)
            .mapToObj(i -> new HistoryLine(i, 9, 0, 0.9, true, 0.1, 10))
            .toList();
    return new ReportData(
        manifest(true, rank, 1_000_000),
        history,
        components,
        Optional.of(
            new Figures(
                1,
                figures,
                pairs,
                worst,
                worst,
                null,
                List.of(new Figures.Given("label", id, "environment NMF_LABEL")))),
        Optional.empty(),
        Optional.of(new Drift(id, 5, 7, 9, List.of(new Drift.Match(1, 2, 0.7, 0.1, List.of(id))))),
        Optional.empty());
  }

  @Test
  void idsStayText() {
    String page = new ReportPage(data(3, 2, HOSTILE)).html();
    assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).contains("3 pairs of components are almost the same");
  }

  @Test
  void hundredComponentsOfLongIdsFitTheFile() {
    String page = new ReportPage(data(100, 50, "é".repeat(5000))).html();
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(page.split("<article", -1)).hasSize(101);
    assertThat(page).contains("data-points=\"400\"");
  }

  @Test
  void picturesAreDrawnAsLongAsTheFileIsSmall() {
    List<Double> noise = new SplittableRandom(1).doubles(1 << 14).boxed().toList();
    ReportData plain = data(100, 2, "x");
    ReportData data =
        new ReportData(
            plain.manifest(),
            plain.history(),
            plain.components(),
            plain.figures(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new Pictures(
                    new Pictures.Shape(128, 128),
                    Collections.nCopies(100, noise),
                    IntStream.range(0, 1 << 14).boxed().toList())));
    String page = new ReportPage(data).html();
    assertThat(page.length()).isLessThan(MOST_BYTES);
    assertThat(page).contains("the other", "alt=\"Component 1\"");
  }

  @Test
  void ranksHaveAPageWithoutAFit() {
    List<Selection.RankFigures> ranks =
        IntStream.of(2, 3, 5)
            .mapToObj(
                k ->
                    new Selection.RankFigures(
                        k, 0.5, 0.01, 0.4, 0.6, 0.9, 0.8, Double.NaN, Double.NaN))
            .toList();
    Selection found = new Selection(3, "because " + HOSTILE, 0.1, 4, ranks);
    String page = new ReportPage(ReportData.ofSelection(manifest(false, 0, 0), found)).html();
    assertThat(page).contains("Rank 3 is recommended").doesNotContain("<script", "NaN");
    assertThat(page.split("role=\"img\"", -1)).as("consensus was not asked for").hasSize(1 + 3);
    assertThat(page.split("class=\"error a\"", -1)).hasSize(1 + 3);
  }

  @Test
  void anOldResultSaysWhatIsLeftOut() {
    ReportData full = data(3, 2, "x");
    ReportData old =
        new ReportData(
            full.manifest(),
            full.history(),
            full.components(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(new ReportPage(old).html())
        .contains("has no figures.json", "Components", "id=\"convergence\"")
        .doesNotContain("id=\"shares\"");
  }
}
