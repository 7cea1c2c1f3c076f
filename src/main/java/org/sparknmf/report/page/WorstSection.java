package org.sparknmf.report.page;

import java.util.List;
import org.sparknmf.report.Figures;

/** What the factors do not see. */
final class WorstSection implements Section {
  @Override
  public boolean applies(ReportData data) {
    return data.figures()
        .filter(figures -> figures.worstRows() != null || figures.worstColumns() != null)
        .isPresent();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Figures figures = data.figures().orElseThrow();
    out.hint(
        "Rows and columns x of X with the largest ||x − y|| / ||x||, where y is their part of W H"
            + " (sums of squares for every loss). Many small ones at 1 are normal; for a heavy one,"
            + " try a higher rank or check the data.");
    out.open("div", "class", "beside");
    table("Rows", "Row", figures.worstRows(), out);
    table("Columns", "Column", figures.worstColumns(), out);
    out.close();
    if (figures.worstColumns() == null) {
      out.hint("Columns are not listed: X has so many that their errors would cost too much.");
    }
  }

  private static void table(String caption, String head, List<Figures.Line> lines, Markup out) {
    if (lines == null || lines.isEmpty()) {
      return;
    }
    new Table<Figures.Line>(caption)
        .id(head, Figures.Line::id)
        .bar(
            "Relative error",
            line -> Math.min(1, line.relativeError()),
            line -> Numbers.fixed(line.relativeError(), 4))
        .number("Norm", line -> Numbers.digits(line.norm(), 4))
        .draw(out, lines);
  }
}
