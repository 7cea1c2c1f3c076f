package org.sparknmf.report.page;

import java.util.Locale;
import org.sparknmf.report.Drift;

/** How the components differ from those of another result. */
final class DriftSection implements Section {
  @Override
  public boolean applies(ReportData data) {
    return data.drift().isPresent();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Drift drift = data.drift().orElseThrow();
    out.open("p").text("Compared with ").id(drift.earlier()).text(": ");
    out.text(
        "%d components are the same, %d have changed, %d are new, %d are gone. "
            .formatted(
                count(drift, Drift.Fate.SAME),
                count(drift, Drift.Fate.CHANGED),
                count(drift, Drift.Fate.NEW),
                count(drift, Drift.Fate.GONE)));
    out.text(
        "%s of %s columns are in both results."
            .formatted(Numbers.count(drift.sharedColumns()), Numbers.count(drift.columns())));
    out.close();
    out.hint(
        "Components are matched one to one so that the sum of their cosines is largest; a cosine of %s or more is the same component, one below %s is no match."
            .formatted(Drift.SAME, Drift.LEAST_ALIKE));
    new Table<Drift.Match>("Components")
        .name("Component", match -> number(match.component()))
        .number("Was", match -> number(match.earlier()))
        .column("Cosine", DriftSection::cosine)
        .number("Weight", match -> Numbers.percent(match.share()))
        .text("Fate", match -> match.fate().name().toLowerCase(Locale.ROOT))
        .ids("Top columns", Drift.Match::columns)
        .draw(out, drift.matches());
  }

  private static void cosine(Drift.Match match, Markup out) {
    if (match.component() > 0 && match.earlier() > 0) {
      Table.bar(out, match.cosine(), Numbers.digits(match.cosine(), 3));
    } else {
      out.element("td", "–");
    }
  }

  private static String number(int component) {
    return component == 0 ? "–" : String.valueOf(component);
  }

  private static long count(Drift drift, Drift.Fate fate) {
    return drift.matches().stream().filter(match -> match.fate() == fate).count();
  }
}
