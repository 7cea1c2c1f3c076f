package org.sparknmf.report.page;

import java.util.List;
import java.util.Optional;
import org.sparknmf.report.Drift;
import org.sparknmf.report.Figures;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Pictures;
import org.sparknmf.report.Selection;
import org.sparknmf.solver.ComponentSummary;

/**
 * All that a page is drawn from. What is not there is left out of the page.
 *
 * @param manifest what was asked and what came out; of any command
 * @param history one line an iteration; none where nothing was factorised
 * @param components the heaviest first; none where nothing was factorised
 * @param figures what was found out while the data were at hand
 * @param selection what came out of trying a range of ranks
 * @param drift how the components differ from those of another result
 * @param pictures components as pictures
 */
public record ReportData(
    Manifest manifest,
    List<HistoryLine> history,
    List<ComponentSummary> components,
    Optional<Figures> figures,
    Optional<Selection> selection,
    Optional<Drift> drift,
    Optional<Pictures> pictures) {

  /** Copies the lists. */
  public ReportData {
    history = List.copyOf(history);
    components = List.copyOf(components);
  }

  /** The data of a command that only tried ranks. */
  public static ReportData ofSelection(Manifest manifest, Selection selection) {
    return new ReportData(
        manifest,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(selection),
        Optional.empty(),
        Optional.empty());
  }

  /** What the manifest has of the run, whatever its kind. */
  Manifest.RunRecord run() {
    return manifest.run();
  }

  /** A setting of the run; {@code otherwise} where the manifest has none. */
  String setting(String key, String otherwise) {
    Object value = run().settings() == null ? null : run().settings().get(key);
    return value == null ? otherwise : value.toString();
  }

  /** Pairs of components that are almost the same. */
  List<Figures.Pair> duplicates() {
    return figures.map(Figures::similar).orElseGet(List::of).stream()
        .filter(pair -> pair.cosine() >= SimilarSection.DUPLICATE)
        .toList();
  }
}
