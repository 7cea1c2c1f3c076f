package org.sparknmf.report.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.sparknmf.report.Selection;
import org.sparknmf.report.Selection.RankFigures;
import org.sparknmf.report.page.LineChart.Point;
import org.sparknmf.report.page.LineChart.Series;

/** What speaks for which rank. */
final class SelectionSection implements Section {
  @Override
  public boolean applies(ReportData data) {
    return data.selection().isPresent();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Selection found = data.selection().orElseThrow();
    out.open("p").text("Recommended: rank ").element("b", found.recommendedRank());
    out.text(
        " (dashed line). Each rank had %d restarts; %s of the cells were held out."
            .formatted(found.restarts(), Numbers.percent(found.heldOutShare())));
    out.close();
    out.open("div", "class", "charts");
    for (LineChart chart : charts(found)) {
      if (!chart.isEmpty()) {
        chart.draw(out);
      }
    }
    out.close();
    table(found, out);
  }

  private static List<LineChart> charts(Selection found) {
    List<Point> heldOut =
        found.ranks().stream()
            .map(one -> new Point(one.rank(), one.heldOutError(), one.heldOutDeviation()))
            .toList();
    return List.of(
        chart(found, "held-out", "Error on held-out cells", new Series("held out", heldOut)),
        chart(
            found,
            "fitted",
            "Error of X and of shuffled data",
            series("data", found, RankFigures::relativeError),
            series("shuffled", found, RankFigures::nullError)),
        chart(
            found,
            "silhouette",
            "Stability of components (silhouette)",
            series("mean", found, RankFigures::silhouette),
            series("least stable", found, RankFigures::leastSilhouette)),
        chart(
            found,
            "consensus",
            "Consensus of rows",
            series("cophenetic correlation", found, RankFigures::cophenetic),
            series("dispersion", found, RankFigures::dispersion)));
  }

  private static Series series(String name, Selection found, ToDoubleFunction<RankFigures> value) {
    return new Series(
        name,
        found.ranks().stream()
            .map(one -> new Point(one.rank(), value.applyAsDouble(one)))
            .toList());
  }

  private static LineChart chart(Selection found, String name, String title, Series... series) {
    List<Series> drawn = List.of(series).stream().filter(one -> !one.drawn().isEmpty()).toList();
    OptionalDouble recommended = OptionalDouble.of(found.recommendedRank());
    return new LineChart("rank-" + name, title, "rank", true, drawn, recommended);
  }

  private static void table(Selection found, Markup out) {
    int best = found.recommendedRank();
    new Table<RankFigures>("Every rank")
        .name("Rank", one -> one.rank() + (one.rank() == best ? " (recommended)" : ""))
        .number("Held-out error", one -> Numbers.digits(one.heldOutError()))
        .number("±", one -> Numbers.digits(one.heldOutDeviation()))
        .number("Relative error", one -> Numbers.digits(one.relativeError()))
        .number("of shuffled data", one -> Numbers.digits(one.nullError()))
        .number("Silhouette", one -> Numbers.digits(one.silhouette()))
        .number("least", one -> Numbers.digits(one.leastSilhouette()))
        .number("Cophenetic", one -> Numbers.digits(one.cophenetic()))
        .number("Dispersion", one -> Numbers.digits(one.dispersion()))
        .draw(out, found.ranks());
  }
}
