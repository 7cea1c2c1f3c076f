package io.github.sparknmf.app.fit;

import io.github.sparknmf.app.settings.Redaction;
import io.github.sparknmf.app.terminal.Printable;
import io.github.sparknmf.frame.ComponentSummary;
import io.github.sparknmf.frame.ComponentSummary.TopColumn;
import io.github.sparknmf.report.Manifest;
import io.github.sparknmf.report.ReportJson;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Prints what a fit came to. */
final class FitPrinter {
  private final PrintStream out;

  FitPrinter(PrintStream out) {
    this.out = out;
  }

  /** Everything, for programs. */
  void json(FitJob.Outcome outcome) {
    json(outcome.manifest(), outcome.components());
  }

  /** Everything, for programs. */
  void json(Manifest manifest, List<ComponentSummary> components) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("manifest", manifest);
    all.put("components", components);
    out.print(ReportJson.document(all));
  }

  /** The components, the outcome in a sentence and where the files lie. */
  void result(FitJob.Outcome outcome, String output) {
    components(outcome.components());
    out.println();
    outcome(outcome.manifest());
    String rejected = outcome.manifest().input().rejectedRows() > 0 ? LeftOut.REJECTED + "/ " : "";
    out.println(
        "Published in "
            + Printable.word(Redaction.text(output))
            + ": W/ H/ components/ model/ "
            + rejected
            + "history.jsonl manifest.json figures.json report.html");
  }

  /** One line for each component: number, weight, share and top columns. */
  void components(List<ComponentSummary> components) {
    for (ComponentSummary one : components) {
      String columns =
          one.columns().stream().map(TopColumn::id).map(Printable::word).collect(joined());
      out.println(
          String.format(
              Locale.ROOT,
              "%3d  weight %10.4g  %5.1f %%  %s",
              one.component(),
              one.weight(),
              100 * one.share(),
              one.columns().isEmpty() ? "(dead: no column belongs to it)" : columns));
    }
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" ");
  }

  /** Shape, error and stop reason. */
  void outcome(Manifest manifest) {
    Manifest.Input x = manifest.input();
    Manifest.Result result = manifest.result();
    out.println(
        String.format(
            Locale.ROOT,
            "X: %,d x %,d, %,d %s. Rank %d, %d iterations, relative error %.6f.",
            x.rows(),
            x.columns(),
            x.nonZeros(),
            cells(x.emptyCells()),
            manifest.factors().w().rank(),
            result.iterations(),
            result.relativeError()));
    String words = result.stopReason();
    out.println(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
  }

  /** What the cells are that are counted, by the setting of that name; null is its default. */
  static String cells(String emptyCells) {
    return "missing".equals(emptyCells) ? "stored cells" : "non-zeros";
  }
}
