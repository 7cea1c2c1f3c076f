package org.sparknmf.report.page;

import java.util.Map;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Selection;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;

/** What was asked and what came out, in a sentence and a few numbers. */
final class Summary {
  private final ReportData data;
  private final Manifest manifest;

  Summary(ReportData data) {
    this.data = data;
    this.manifest = data.manifest();
  }

  /** The title of the page. */
  String title() {
    if (data.hasFit()) {
      return "%d components of %s × %s"
          .formatted(
              manifest.factors().w().rank(),
              Numbers.count(manifest.input().rows()),
              Numbers.count(manifest.input().columns()));
    }
    return data.selection()
        .map(found -> "Rank " + found.recommendedRank() + " is recommended")
        .orElse("A run of " + manifest.command());
  }

  void heading(Markup out) {
    out.element("p", "spark-nmf " + manifest.command(), "class", "kicker");
    out.element("h1", title());
  }

  void draw(Markup out) {
    if (data.hasFit()) {
      out.open("p", "class", "lead");
      fitSentence(out);
      out.close();
      out.element("p", sentence(manifest.result().stopReason()), "class", "stop");
      if (manifest.result().consensus() != null) {
        out.element("p", manifest.result().consensus().words() + ".", "class", "stop");
      }
      numbers(out);
    }
    data.selection()
        .map(Selection::reason)
        .map(Summary::sentence)
        .ifPresent(reason -> out.element("p", reason, "class", "lead"));
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? words
        : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private void fitSentence(Markup out) {
    Manifest.Input x = manifest.input();
    out.text("Asked to find " + manifest.factors().w().rank() + " components in ");
    out.id(x.path());
    out.text(
        " (%s rows × %s columns, %s %s) by %s with loss %s; after %s the relative error is "
            .formatted(
                Numbers.count(x.rows()),
                Numbers.count(x.columns()),
                Numbers.count(x.nonZeros()),
                isMissing(x) ? "known cells" : "non-zeros",
                solver(),
                loss(),
                iterations()));
    out.element("b", Numbers.digits(manifest.result().relativeError())).text(".");
  }

  private static boolean isMissing(Manifest.Input x) {
    return "missing".equals(x.emptyCells());
  }

  private String solver() {
    String name = data.setting("solver", "mu");
    return Methods.named(name).map(Method::words).orElse(name);
  }

  private String loss() {
    String name = data.setting("loss", "frobenius");
    return Divergences.named(name).map(Divergence::words).orElse(name);
  }

  private String iterations() {
    int count = manifest.result().iterations();
    return count == 1 ? "1 iteration" : Numbers.count(count) + " iterations";
  }

  private void numbers(Markup out) {
    Manifest.Result result = manifest.result();
    out.open("dl", "class", "numbers");
    number(out, "Relative error", Numbers.digits(result.relativeError()));
    number(out, "Objective", Numbers.digits(result.objective()));
    if (result.penalties() > 0) {
      number(out, "Penalties", Numbers.digits(result.penalties()));
    }
    number(out, "Iterations", Numbers.count(result.iterations()));
    number(out, "Converged", result.converged() ? "yes" : "no");
    number(out, "Time", Numbers.seconds(total(manifest.seconds())));
    out.close();
  }

  private static double total(Map<String, Double> seconds) {
    return seconds == null ? 0 : seconds.values().stream().mapToDouble(x -> x).sum();
  }

  private static void number(Markup out, String name, String value) {
    out.open("div").element("dt", name).element("dd", value).close();
  }
}
