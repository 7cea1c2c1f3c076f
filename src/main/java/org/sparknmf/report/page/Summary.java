package org.sparknmf.report.page;

import java.util.Map;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Selection;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;

/** What was asked and what came out, in a sentence and a few numbers. */
record Summary(ReportData data) {

  /** The title of the page. */
  String title() {
    return data.manifest()
        .fit()
        .map(Summary::shape)
        .or(
            () ->
                data.selection()
                    .map(found -> "Rank " + found.recommendedRank() + " is recommended"))
        .orElseGet(() -> "A run of " + data.run().command());
  }

  private static String shape(Manifest.FitRecord fit) {
    return "%d components of %s × %s"
        .formatted(
            fit.factors().w().rank(),
            Numbers.count(fit.input().rows()),
            Numbers.count(fit.input().columns()));
  }

  void heading(Markup out) {
    out.element("p", "spark-nmf " + data.run().command(), "class", "kicker");
    out.element("h1", title());
  }

  void draw(Markup out) {
    data.manifest().fit().ifPresent(known -> draw(known, out));
    data.selection()
        .map(Selection::reason)
        .map(Summary::sentence)
        .ifPresent(reason -> out.element("p", reason, "class", "lead"));
  }

  private void draw(Manifest.FitRecord known, Markup out) {
    Manifest.ResultRecord result = known.result();
    out.open("p", "class", "lead");
    fitSentence(known, out);
    out.close();
    out.element("p", sentence(result.stopReason()), "class", "stop");
    if (result.consensus() != null) {
      out.element("p", result.consensus().words() + ".", "class", "stop");
    }
    numbers(result, out);
  }

  private static String sentence(String words) {
    return words.isEmpty()
        ? words
        : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private void fitSentence(Manifest.FitRecord known, Markup out) {
    Manifest.InputRecord x = known.input();
    out.text("This run fitted " + known.factors().w().rank() + " components to ");
    out.id(x.path());
    out.text(
        " (%s rows × %s columns, %s %s) by %s with loss %s; after %s the relative error is "
            .formatted(
                Numbers.count(x.rows()),
                Numbers.count(x.columns()),
                Numbers.count(x.nonZeros()),
                "missing".equals(x.emptyCells()) ? "known cells" : "non-zeros",
                solver(known.plan()),
                loss(),
                iterations(known.result())));
    out.element("b", Numbers.digits(known.result().relativeError())).text(".");
  }

  private String solver(Manifest.PlanRecord plan) {
    boolean isTold = plan != null && plan.solver() != null;
    String name = isTold ? plan.solver() : data.setting("solver", "mu");
    return Methods.named(name).map(Method::words).orElse(name);
  }

  private String loss() {
    String name = data.setting("loss", "frobenius");
    return Divergences.named(name).map(Divergence::words).orElse(name);
  }

  private static String iterations(Manifest.ResultRecord result) {
    int count = result.iterations();
    return count == 1 ? "1 iteration" : Numbers.count(count) + " iterations";
  }

  private void numbers(Manifest.ResultRecord result, Markup out) {
    out.open("dl", "class", "numbers");
    out.fact("Relative error", Numbers.digits(result.relativeError()));
    out.fact("Objective", Numbers.digits(result.objective()));
    if (result.penalties() > 0) {
      out.fact("Penalties", Numbers.digits(result.penalties()));
    }
    out.fact("Iterations", Numbers.count(result.iterations()));
    if (result.rejected() != null && result.rejected() > 0) {
      out.fact("Rejected", Numbers.count(result.rejected()));
    }
    out.fact("Converged", result.converged() ? "yes" : "no");
    out.fact("Time", Numbers.seconds(total(data.run().seconds())));
    out.close();
  }

  private static double total(Map<String, Double> seconds) {
    return seconds == null ? 0 : seconds.values().stream().mapToDouble(x -> x).sum();
  }
}
