package org.sparknmf.report.page;

import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.report.Figures;
import org.sparknmf.solver.ComponentSummary;

/** How much each component explains, where, and how sparse it is. */
final class ShareSection implements Section {
  @Override
  public boolean applies(ReportData data) {
    return data.figures().isPresent() && !data.components().isEmpty();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    List<Figures.OfComponent> figures = data.figures().orElseThrow().components();
    out.hint(
        "Weight: the share of the component in all that is explained. Rows: the number of rows in"
            + " which it is the largest component, and its mean share of a row. Sparseness (Hoyer):"
            + " 0 where all entries are equal, 1 where only one is not zero.");
    double weight = data.components().stream().mapToDouble(ComponentSummary::share).max().orElse(1);
    double mean = figures.stream().mapToDouble(Figures.OfComponent::meanShare).max().orElse(1);
    int shown = Math.min(figures.size(), data.components().size());
    new Table<Integer>("Components")
        .name("Component", c -> figures.get(c).component())
        .bar("Weight", c -> share(data, c) / weight, c -> Numbers.percent(share(data, c)))
        .number("Largest in rows", c -> Numbers.count(figures.get(c).largestInRows()))
        .bar(
            "Mean share of a row",
            c -> figures.get(c).meanShare() / mean,
            c -> Numbers.percent(figures.get(c).meanShare()))
        .number("Sparseness of W", c -> Numbers.fixed(figures.get(c).sparsenessOfW(), 2))
        .number("of H", c -> Numbers.fixed(figures.get(c).sparsenessOfH(), 2))
        .number("Zeros in W", c -> Numbers.percent(figures.get(c).zerosInW()))
        .number("in H", c -> Numbers.percent(figures.get(c).zerosInH()))
        .draw(out, IntStream.range(0, shown).boxed().toList());
  }

  private static double share(ReportData data, int component) {
    return data.components().get(component).share();
  }
}
