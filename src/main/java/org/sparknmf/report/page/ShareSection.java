package org.sparknmf.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparknmf.report.ComponentLine;
import org.sparknmf.report.Figures;

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
    double weight = data.components().stream().mapToDouble(ComponentLine::share).max().orElse(1);
    double mean = figures.stream().mapToDouble(Figures.OfComponent::meanShare).max().orElse(1);
    for (int c = 0; c < Math.min(figures.size(), data.components().size()); c++) {
      ComponentLine line = data.components().get(c);
      Figures.OfComponent one = figures.get(c);
      List<Table.Cell> cells = new ArrayList<>();
      cells.add(Table.head(one.component()));
      cells.add(Table.bar(line.share() / weight, Numbers.percent(line.share())));
      cells.add(Table.number(Numbers.count(one.largestInRows())));
      cells.add(Table.bar(one.meanShare() / mean, Numbers.percent(one.meanShare())));
      for (double value : new double[] {one.sparsenessOfW(), one.sparsenessOfH()}) {
        cells.add(Table.number(Numbers.fixed(value, 2)));
      }
      for (double value : Arrays.asList(one.zerosInW(), one.zerosInH())) {
        cells.add(Table.number(Numbers.percent(value)));
      }
      table.row(cells.toArray(Table.Cell[]::new));
    }
    table.end();
  }
}
