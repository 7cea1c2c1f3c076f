package org.sparknmf.report.page;

import org.sparknmf.report.Manifest;

/** The versions and checksums that reproduce a run. */
final class VersionSection implements Section {
  @Override
  public boolean applies(ReportData data) {
    return data.run().versions() != null;
  }

  @Override
  public void draw(ReportData data, Markup out) {
    out.hint(
        "The same input, settings and seed give the same bits for any number of partitions, cores"
            + " and executors.");
    out.open("dl", "class", "facts");
    data.run().versions().forEach((name, version) -> out.fact(name, version));
    data.manifest().fit().map(Manifest.FitRecord::factors).ifPresent(factors -> bits(factors, out));
    out.close();
  }

  private static void bits(Manifest.FactorRecords factors, Markup out) {
    out.fact("SHA-256 of W", factors.w().sha256());
    out.fact("SHA-256 of H", factors.h().sha256());
  }
}
