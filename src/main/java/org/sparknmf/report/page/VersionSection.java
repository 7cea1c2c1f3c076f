package org.sparknmf.report.page;

import org.sparknmf.report.Manifest;

/** What it takes to have the same again. */
final class VersionSection implements Section {
  @Override
  public String name() {
    return "again";
  }

  @Override
  public String title() {
    return "To have it again";
  }

  @Override
  public boolean applies(ReportData data) {
    return data.run().versions() != null;
  }

  @Override
  public void draw(ReportData data, Markup out) {
    out.element(
        "p",
        "The same input, settings and seed give the same bits, whatever the partitions, cores and"
            + " executors.",
        "class",
        "hint");
    out.open("dl", "class", "facts");
    data.run().versions().forEach((name, version) -> fact(out, name, version));
    data.manifest().fit().map(Manifest.FitRecord::factors).ifPresent(factors -> bits(factors, out));
    out.close();
  }

  private static void bits(Manifest.FactorRecords factors, Markup out) {
    fact(out, "SHA-256 of W", factors.w().sha256());
    fact(out, "SHA-256 of H", factors.h().sha256());
  }

  private static void fact(Markup out, String name, String value) {
    out.open("div").element("dt", name).element("dd", value).close();
  }
}
