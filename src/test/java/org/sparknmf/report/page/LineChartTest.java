package org.sparknmf.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparknmf.report.page.LineChart.Point;
import org.sparknmf.report.page.LineChart.Series;

class LineChartTest {

  @Test
  void thinningKeepsBothEnds() {
    List<Integer> all = IntStream.range(0, 10_007).boxed().toList();
    List<Integer> thin = LineChart.thinned(all, 400);
    assertThat(thin).hasSize(400).startsWith(0).endsWith(10_006).isSorted().doesNotHaveDuplicates();
    assertThat(LineChart.thinned(all.subList(0, 400), 400)).hasSize(400);
  }

  @Test
  void everyPointHasAMarkAndEveryDeviationABar() {
    List<Point> points =
        List.of(
            new Point(2, 0.5, 0.1),
            new Point(3, 0.4, 0.05),
            new Point(5, Double.NaN, Double.NaN),
            new Point(7, 0.6, Double.NaN));
    Markup out = new Markup();
    new LineChart(
            "x", "An <error>", "rank", true, List.of(new Series("s", points)), OptionalDouble.of(3))
        .draw(out);
    String svg = out.document();
    assertThat(svg.split("class=\"dot a\"", -1)).hasSize(1 + 3);
    assertThat(svg.split("class=\"error a\"", -1)).hasSize(1 + 2);
    assertThat(svg.split("class=\"marked\"", -1)).hasSize(1 + 1);
    assertThat(svg)
        .contains("data-points=\"3\"", "role=\"img\"", "aria-labelledby=\"x-t x-d\"")
        .contains("<title id=\"x-t\">An &lt;error&gt;</title>")
        .contains("s: from 0.5 at rank 2 to 0.6 at 7.")
        .doesNotContain("NaN", "Infinity");
  }

  @Test
  void axesHaveRoundNumbers() {
    assertThat(Scale.over(List.of(0.326, 0.341), 0, 1).ticks())
        .allSatisfy(tick -> assertThat(Numbers.digits(tick)).hasSizeLessThanOrEqualTo(5))
        .hasSizeBetween(3, 7);
    assertThat(Scale.over(List.of(2.0, 2e4), 0, 1).logarithmic()).isTrue();
    assertThat(Scale.over(List.of(2.0, 2e4), 0, 1).ticks()).startsWith(1.0).endsWith(1e5);
    assertThat(Scale.over(List.of(3.0, 3.0), 0, 1).place(3)).isBetween(0.0, 1.0);
    assertThat(Scale.within(List.of(2.0, 4.0), 0, 1).wholeTicks()).containsExactly(2.0, 3.0, 4.0);
  }
}
