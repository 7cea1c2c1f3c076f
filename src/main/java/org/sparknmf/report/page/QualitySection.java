package org.sparknmf.report.page;

import java.util.List;
import org.sparknmf.report.DataQuality;
import org.sparknmf.report.Manifest;

/** What the data were like. */
final class QualitySection implements Section {
  @Override
  public boolean applies(ReportData data) {
    return data.manifest().work().matrix().isPresent();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Manifest.InputRecord x = data.manifest().work().matrix().orElseThrow();
    out.open("dl", "class", "facts");
    out.open("div").element("dt", "Input").open("dd").id(x.path()).text(" (" + x.format() + ")");
    out.close().close();
    out.fact("Rows × columns", Numbers.count(x.rows()) + " × " + Numbers.count(x.columns()));
    double full = (double) x.nonZeros() / ((double) x.rows() * x.columns());
    out.fact(
        "missing".equals(x.emptyCells()) ? "Known cells" : "Non-zeros",
        Numbers.count(x.nonZeros()) + " (" + Numbers.percent(full) + ")");
    out.fact("Cells as given", Numbers.count(x.entries()));
    if (x.rejectedRows() > 0) {
      out.fact("Rows left out", Numbers.count(x.rejectedRows()) + ", see rejected/");
    }
    if (x.weighting() != null) {
      out.fact("Weighting", x.weighting());
    }
    if (x.fingerprint() != null) {
      out.fact("Fingerprint", x.fingerprint());
    }
    if (x.quality() != null) {
      quality(x.quality(), out);
    }
    out.close();
  }

  private static void quality(DataQuality quality, Markup out) {
    out.fact(
        "Smallest and largest cell",
        Numbers.digits(quality.smallest()) + " and " + Numbers.digits(quality.largest()));
    some(out, "Rows without a cell", quality.zeroRows(), quality.firstZeroRows());
    some(out, "Columns without a cell", quality.zeroColumns(), quality.firstZeroColumns());
    List<DataQuality.Cell> cells = quality.firstDuplicateCells();
    some(
        out,
        "Cells given more than once",
        quality.duplicateCells(),
        cells == null ? List.of() : cells.stream().map(c -> c.row() + " / " + c.column()).toList());
    out.fact("Explicit zeros", Numbers.count(quality.explicitZeros()));
  }

  private static void some(Markup out, String name, long count, List<?> first) {
    out.open("div").element("dt", name).open("dd").text(Numbers.count(count));
    if (count > 0 && first != null && !first.isEmpty()) {
      out.text(first.size() < count ? ", such as " : ": ");
      for (int i = 0; i < first.size(); i++) {
        out.text(i == 0 ? "" : ", ").id(first.get(i));
      }
    }
    out.close().close();
  }
}
