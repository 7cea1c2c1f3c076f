package org.sparknmf.report.page;

import java.util.List;
import org.sparknmf.report.Figures;
import org.sparknmf.solver.ComponentSummary;

/** How much each component explains, where, and how sparse it is. */
final class ShareSection extends Section {
  ShareSection() {
    super("shares", "Shares and sparsity");
  }

  @Override
  boolean applies(ReportData data) {
    return data.figures().isPresent() && !data.components().isEmpty();
  }

  @Override
  void draw(ReportData data, Markup out) {
    List<Figures.OfComponent> figures = data.figures().orElseThrow().components();
    out.hint(
        "Weight: the share of the component in all that is explained. Rows: the number of rows in"
            + " which it is the largest component, and its mean share of a row. Sparseness (Hoyer):"
            + " 0 where all entries are equal, 1 where only one is not zero.");
    Table table =
        Table.begin(
            out,
            "Components",
            "Component",
            "Weight",
            "#Largest in rows",
            "Mean share of a row",
            "#Sparseness of W",
            "#of H",
            "#Zeros in W",
            "#in H");
    double weight = data.components().stream().mapToDouble(ComponentSummary::share).max().orElse(1);
    double mean = figures.stream().mapToDouble(Figures.OfComponent::meanShare).max().orElse(1);
    for (int c = 0; c < Math.min(figures.size(), data.components().size()); c++) {
      ComponentSummary line = data.components().get(c);
      Figures.OfComponent one = figures.get(c);
      table.row(
          Table.head(one.component()),
          Table.bar(line.share() / weight, Numbers.percent(line.share())),
          Table.number(Numbers.count(one.largestInRows())),
          Table.bar(one.meanShare() / mean, Numbers.percent(one.meanShare())),
          Table.number(Numbers.fixed(one.sparsenessOfW(), 2)),
          Table.number(Numbers.fixed(one.sparsenessOfH(), 2)),
          Table.number(Numbers.percent(one.zerosInW())),
          Table.number(Numbers.percent(one.zerosInH())));
    }
    table.end();
  }
}
