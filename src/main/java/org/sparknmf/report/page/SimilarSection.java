package org.sparknmf.report.page;

import java.util.List;
import org.sparknmf.report.Figures;

/** Which components say the same. */
final class SimilarSection implements Section {
  /** The cosine from which on two components are one. */
  static final double DUPLICATE = 0.9;

  private static final int MOST_PAIRS = 20;

  @Override
  public boolean applies(ReportData data) {
    return data.figures().filter(figures -> figures.components().size() > 1).isPresent();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Figures figures = data.figures().orElseThrow();
    int size = figures.components().size();
    List<Figures.Pair> pairs = figures.similar();
    out.hint(verdict(data, pairs));
    out.open("div", "class", "beside");
    if (size <= Figures.ALL_PAIRS) {
      heat(pairs, size, out);
    }
    table(pairs.subList(0, Math.min(MOST_PAIRS, pairs.size())), out);
    out.close();
  }

  private static String verdict(ReportData data, List<Figures.Pair> pairs) {
    int duplicates = data.duplicates().size();
    String meaning = "Cosine between the rows of H: 1 for components with the same columns. ";
    if (duplicates > 0) {
      return meaning
          + "%d %s %s or more: duplicates."
              .formatted(duplicates, duplicates == 1 ? "pair has" : "pairs have", DUPLICATE);
    }
    return pairs.isEmpty()
        ? meaning + "No two components have a cosine above " + Figures.LEAST_SIMILAR + "."
        : meaning + "There are no duplicates (cosine " + DUPLICATE + " or more).";
  }

  private static void heat(List<Figures.Pair> pairs, int size, Markup out) {
    double[] cosines = new double[(size + 1) * (size + 1)];
    for (Figures.Pair pair : pairs) {
      cosines[pair.first() * (size + 1) + pair.second()] = pair.cosine();
      cosines[pair.second() * (size + 1) + pair.first()] = pair.cosine();
    }
    String description =
        "A square of %d by %d components; the most similar are %d and %d with %s."
            .formatted(
                size,
                size,
                pairs.get(0).first(),
                pairs.get(0).second(),
                Numbers.digits(pairs.get(0).cosine(), 3));
    new Heat("heat", "Cosine between components", description, size)
        .draw(out, (i, j) -> i == j ? 1 : cosines[i * (size + 1) + j]);
  }

  private static void table(List<Figures.Pair> pairs, Markup out) {
    if (pairs.isEmpty()) {
      return;
    }
    new Table<Figures.Pair>("The most similar")
        .name("Components", pair -> pair.first() + " and " + pair.second())
        .bar("Cosine", Figures.Pair::cosine, pair -> Numbers.fixed(pair.cosine(), 3))
        .text("Verdict", pair -> pair.cosine() >= DUPLICATE ? "duplicate" : "")
        .draw(out, pairs);
  }
}
