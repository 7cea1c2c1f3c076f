package org.sparknmf.app.select;

import java.util.Locale;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.report.Selection;
import org.sparknmf.report.Selection.RankFigures;
import org.sparknmf.text.Json;

/** Prints what came out of trying ranks. */
record SelectionPrinter(CommandContext context) {
  void print(Selection found) {
    if (context.json()) {
      context.out().print(Json.document(found));
      return;
    }
    line("rank   held-out error       error   permuted   silhouette (least)  cophenetic");
    found.ranks().forEach(one -> line(words(one, found.recommendedRank())));
    line("");
    line("Recommended: rank %d. %s.".formatted(found.recommendedRank(), found.reason()));
    line(
        "Published in %s: ranks/ selection.json report.html manifest.json"
            .formatted(
                Printable.word(Redaction.text(context.settings().get(OutputSettings.OUTPUT)))));
  }

  private void line(String words) {
    context.out().println(words);
  }

  private static String words(RankFigures one, int recommended) {
    return String.format(
        Locale.ROOT,
        "%s%3d   %6s +- %6s   %.4f     %6s       %6s (%5s)     %7s",
        one.rank() == recommended ? "*" : " ",
        one.rank(),
        number(4, one.heldOutError()),
        number(4, one.heldOutDeviation()),
        one.relativeError(),
        number(4, one.nullError()),
        number(2, one.silhouette()),
        number(2, one.leastSilhouette()),
        number(4, one.cophenetic()));
  }

  /** A dash for what is not defined. */
  private static String number(int digits, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
