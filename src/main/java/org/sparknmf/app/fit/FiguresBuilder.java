package org.sparknmf.app.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.engine.inspect.SliceErrors;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.fit.Factorization;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.frame.Numbering;
import org.sparknmf.report.Figures;
import org.sparknmf.solver.Component;
import org.sparknmf.solver.Cosines;

/** Finds what the report needs of the data, while these are at hand. */
record FiguresBuilder(ResolvedSettings settings, NumberedMatrix matrix, Factorization fit) {
  private static final int WORST = 10;

  Figures build() {
    SampleRows sample = new SampleRows(matrix, fit);
    Optional<SliceErrors> lines = fit.lineErrors(new SliceQuery(WORST, sample.size()));
    return new Figures(
        Figures.SCHEMA_VERSION,
        ofComponents(),
        similar(),
        lines.map(found -> named(found.rows(), matrix.rows())).orElse(null),
        lines
            .flatMap(SliceErrors::columns)
            .map(found -> named(found, matrix.columns()))
            .orElse(null),
        lines
            .filter(found -> sample.size() > 0)
            .map(found -> sample.of(found.sample()))
            .orElse(null),
        given());
  }

  private List<Figures.OfComponent> ofComponents() {
    List<Component> components = fit.components();
    double[] worth = new double[components.size()];
    components.forEach(one -> worth[one.position()] = one.columnSum());
    ComponentTally tallyOfW = new ComponentTally(worth);
    ComponentTally.Totals w =
        tallyOfW.totals(fit.sumOverW(tallyOfW, tallyOfW.length()), matrix.rows().size());
    ComponentTally tallyOfH = new ComponentTally(new double[worth.length]);
    ComponentTally.Totals h =
        tallyOfH.totals(fit.sumOverH(tallyOfH, tallyOfH.length()), matrix.columns().size());
    List<Figures.OfComponent> all = new ArrayList<>();
    for (Component one : components) {
      int c = one.position();
      all.add(
          new Figures.OfComponent(
              all.size() + 1,
              w.largest(c),
              w.meanShare(c),
              w.sparseness(c),
              h.sparseness(c),
              w.zeros(c),
              h.zeros(c)));
    }
    return all;
  }

  private List<Figures.Pair> similar() {
    List<Component> components = fit.components();
    int rank = components.size();
    Cosines cosines = new Cosines(fit.statisticsOfH(), rank);
    List<Figures.Pair> pairs = new ArrayList<>();
    for (int a = 0; a < rank; a++) {
      for (int b = a + 1; b < rank; b++) {
        double cosine = cosines.get(components.get(a).position(), components.get(b).position());
        if (rank <= Figures.ALL_PAIRS || cosine > Figures.LEAST_SIMILAR) {
          pairs.add(new Figures.Pair(a + 1, b + 1, cosine));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Figures.Pair::cosine).reversed());
    return pairs;
  }

  private static List<Figures.Line> named(List<SliceErrors.Line> lines, Numbering ids) {
    Map<Long, Object> names = ids.ids(lines.stream().map(SliceErrors.Line::number).toList());
    return lines.stream()
        .map(line -> new Figures.Line(names.get(line.number()), line.relativeError(), line.norm()))
        .toList();
  }

  /** The values of settings as {@code config --show-origin} shows them. */
  private List<Figures.Given> given() {
    List<Figures.Given> all = new ArrayList<>();
    Settings.ALL.forEach(
        setting ->
            settings
                .shown(setting)
                .ifPresent(
                    value ->
                        all.add(
                            new Figures.Given(
                                setting.key(),
                                value,
                                Redaction.text(settings.origin(setting).place())))));
    return all;
  }
}
