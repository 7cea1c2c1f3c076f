package org.sparknmf.report.page;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.report.DataQuality;
import org.sparknmf.report.Figures;
import org.sparknmf.report.Manifest;

/** What a reader should know before relying on the result, and what to do about it. */
final class WarningSection implements Section {
  private static final double MANY = 0.1;

  @Override
  public boolean applies(ReportData data) {
    return !all(data).isEmpty();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    out.open("ul", "class", "warnings");
    all(data).forEach(words -> out.element("li", words));
    out.close();
  }

  /** The warnings of the run, and what the figures say beside them. */
  private static List<String> all(ReportData data) {
    List<String> all = new ArrayList<>();
    if (data.run().warnings() != null) {
      all.addAll(data.run().warnings());
    }
    data.manifest().fit().ifPresent(fit -> ofFit(fit, data, all));
    return all;
  }

  private static void ofFit(Manifest.FitRecord fit, ReportData data, List<String> all) {
    boolean said = all.stream().anyMatch(words -> words.contains("max-iterations"));
    if (!fit.result().converged() && !said) {
      all.add(
          "The fit had not converged when it stopped; raise --max-iterations or --max-runtime,"
              + " or raise --tolerance if the curve below is flat enough.");
    }
    int dead = fit.result().deadComponents();
    if (dead > 0 && all.stream().noneMatch(words -> words.contains("component"))) {
      all.add(
          "%d of %d components are dead: they explain nothing; lower --rank, change the start values (--init, --seed) or say --revive."
              .formatted(dead, fit.factors().w().rank()));
    }
    List<Figures.Pair> pairs = data.duplicates();
    if (!pairs.isEmpty()) {
      Figures.Pair first = pairs.get(0);
      all.add(
          "%d %s of components %s almost the same, most of all %d and %d (cosine %s); a lower --rank may explain X as well."
              .formatted(
                  pairs.size(),
                  pairs.size() == 1 ? "pair" : "pairs",
                  pairs.size() == 1 ? "is" : "are",
                  first.first(),
                  first.second(),
                  Numbers.digits(first.cosine(), 3)));
    }
    DataQuality quality = fit.input().quality();
    if (quality != null && quality.zeroRows() > MANY * fit.input().rows()) {
      all.add(
          "%s of the rows of X have no cell: no component describes them; check why the input has them."
              .formatted(Numbers.percent((double) quality.zeroRows() / fit.input().rows())));
    }
  }
}
