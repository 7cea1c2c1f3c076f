package org.sparknmf.app.fit;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.sparknmf.app.run.LeftOut;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.terminal.Drawing;
import org.sparknmf.app.terminal.Look;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.solver.ComponentSummary.TopColumn;
import org.sparknmf.text.Json;

/** Prints what a fit came to. */
record FitPrinter(PrintStream out, Look look) {
  private static final int BAR = 8;
  private static final int CURVE = 40;

  /** Everything, for programs. */
  void json(FitJob.Outcome outcome) {
    out.print(Json.document(parts(outcome)));
  }

  /** What {@code describe} found, for programs. */
  void json(FitJob.Outcome outcome, List<HistoryLine> history) {
    Map<String, Object> all = parts(outcome);
    all.put("history", history);
    out.print(Json.document(all));
  }

  private static Map<String, Object> parts(FitJob.Outcome outcome) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("manifest", outcome.manifest());
    parts.put("components", outcome.components());
    return parts;
  }

  /** The components, the outcome in a sentence and where the files lie. */
  void result(FitJob.Outcome outcome, String output) {
    components(outcome.components());
    out.println();
    outcome(outcome.manifest(), outcome.errors());
    String rejected =
        fit(outcome.manifest()).input().rejectedRows() > 0 ? LeftOut.REJECTED + "/ " : "";
    out.println(
        "Published in %s: W/ H/ components/ model/ %shistory.jsonl manifest.json figures.json report.html"
            .formatted(Printable.word(Redaction.text(output)), rejected));
  }

  /**
   * One line for each component: number, weight, share, a bar of it in parts of the greatest, the
   * weights of its top columns, and their names.
   */
  void components(List<ComponentSummary> components) {
    double greatest = components.stream().mapToDouble(ComponentSummary::share).max().orElse(1);
    out.println(look.faint("         weight    share            top columns"));
    components.forEach(one -> component(one, one.share() / greatest));
  }

  private void component(ComponentSummary one, double part) {
    List<Double> weights = one.columns().stream().map(TopColumn::weight).toList();
    Drawing drawing = new Drawing(look);
    String names = one.columns().stream().map(TopColumn::id).map(Printable::word).collect(joined());
    out.println(
        String.format(
            Locale.ROOT,
            "%3d %11.4g %6.1f %%  %s  %s",
            one.component(),
            one.weight(),
            100 * one.share(),
            look.accent(drawing.bar(part, BAR)),
            weights.isEmpty()
                ? "(dead: no column belongs to it)"
                : look.accent(drawing.columns(weights)) + "  " + names));
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" ");
  }

  /**
   * Shape, error, its way there, and stop reason.
   *
   * @param errors the relative error after each iteration, from the start values on
   */
  void outcome(Manifest manifest, List<Double> errors) {
    Manifest.FitRecord fit = fit(manifest);
    Manifest.InputRecord x = fit.input();
    Manifest.ResultRecord result = fit.result();
    out.println(
        String.format(
            Locale.ROOT,
            "X: %,d x %,d, %,d %s. Rank %d, %d iterations%s, relative error %.6f.",
            x.rows(),
            x.columns(),
            x.nonZeros(),
            cells(x.emptyCells()),
            fit.factors().w().rank(),
            result.iterations(),
            rejected(result),
            result.relativeError()));
    way(errors);
    if (result.consensus() != null) {
      out.println(result.consensus().words() + ".");
    }
    String words = result.stopReason();
    out.println(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
  }

  private static String rejected(Manifest.ResultRecord result) {
    Integer rejected = result.rejected();
    return rejected == null || rejected == 0 ? "" : " (" + rejected + " rejected)";
  }

  private static Manifest.FitRecord fit(Manifest manifest) {
    return manifest.fit().orElseThrow();
  }

  private void way(List<Double> errors) {
    List<Double> known = errors.stream().filter(Double::isFinite).toList();
    if (known.size() > 1) {
      out.println(
          String.format(
              Locale.ROOT,
              "Error: %.4g %s %.4g",
              known.get(0),
              look.accent(new Drawing(look).curve(Drawing.thinned(known, CURVE))),
              known.get(known.size() - 1)));
    }
  }

  /** What the cells are that are counted, by the setting of that name; null is its default. */
  static String cells(String emptyCells) {
    return "missing".equals(emptyCells) ? "stored cells" : "non-zeros";
  }
}
