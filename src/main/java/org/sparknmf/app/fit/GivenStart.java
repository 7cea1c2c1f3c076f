package org.sparknmf.app.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.settings.StartOptions;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.GivenFactor;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.fit.Beginning;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.MatchedRows;
import org.sparknmf.frame.factor.StoredFactor;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/** What earlier fits give to a factorization: start values, components that do not move. */
record GivenStart(Optional<Earlier> earlier, Optional<Fixed> fixedW, Optional<Fixed> fixedH) {

  /** A fit to go on from. */
  record Earlier(String path, StoredFactor w, StoredFactor h) {

    MatchedRows rows(Numbering ids) {
      return w.matched(ids, "row", all());
    }

    MatchedRows columns(Numbering ids) {
      return h.matched(ids, "column", all());
    }

    private List<Integer> all() {
      return IntStream.range(0, w.rank()).boxed().toList();
    }
  }

  /** Components of one factor, by their positions there. */
  record Fixed(String path, StoredFactor factor, List<Integer> numbers, List<Integer> positions) {

    String words() {
      return numbers.isEmpty()
          ? "all %d components".formatted(positions.size())
          : "components " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    MatchedRows on(Numbering ids, String axis) {
      return factor.matched(ids, axis, positions);
    }
  }

  /** Reads and checks the factors that the settings name, before X is read. */
  static GivenStart read(SparkSession spark, StartOptions options, int rank) {
    return new GivenStart(
        options.initFrom().map(path -> earlier(spark, path, rank)),
        options.fixW().map(path -> fixed(spark, options, Catalogue.FIX_W, path, rank)),
        options.fixH().map(path -> fixed(spark, options, Catalogue.FIX_H, path, rank)));
  }

  private static Earlier earlier(SparkSession spark, String path, int rank) {
    StoredModel model = StoredModel.find(spark, Catalogue.INIT_FROM, path);
    StoredFactor w = model.factor(ResultWriter.W);
    StoredFactor h = model.factor(ResultWriter.H);
    if (w.rank() != h.rank()) {
      throw new InvalidMatrixException(
          "W of --init-from '%s' has %d components, its H %d: both must have as many; give the output of one fit"
              .formatted(path, w.rank(), h.rank()));
    }
    if (w.rank() != rank) {
      throw new InvalidSettingException(
          "rank must be that of --init-from '%s', which is %d, got %d; say --rank %2$d"
              .formatted(path, w.rank(), rank));
    }
    return new Earlier(path, w, h);
  }

  private static Fixed fixed(
      SparkSession spark, StartOptions options, Setting<String> option, String path, int rank) {
    StoredModel model = StoredModel.find(spark, option, path);
    String name = option.equals(Catalogue.FIX_W) ? ResultWriter.W : ResultWriter.H;
    StoredFactor factor = model.factor(name);
    List<Integer> positions = model.positions(options.components(), factor.rank());
    if (positions.size() > rank) {
      throw new InvalidSettingException(
          "rank must be at least the %d components of %s '%s', got %d; say --rank %1$d, or name fewer by --fix-components"
              .formatted(positions.size(), option.option(), path, rank));
    }
    return new Fixed(path, factor, options.components(), positions);
  }

  /**
   * Brings it together with X, and says how much of it applies.
   *
   * @param start where the rest starts
   */
  Beginning on(NumberedMatrix x, StartKind start, Console console) {
    UnaryOperator<StartPair> warm = earlier.map(e -> warm(e, x, console)).orElse(pair -> pair);
    UnaryOperator<FactorSource> w = fixed(fixedW, "W", "row", x.rows(), console);
    UnaryOperator<FactorSource> h = fixed(fixedH, "H", "column", x.columns(), console);
    return new Beginning(
        start,
        pair -> {
          StartPair begun = warm.apply(pair);
          return new StartPair(w.apply(begun.w()), h.apply(begun.h()), begun.release());
        },
        HeldSets.first(count(fixedW), count(fixedH)));
  }

  /** What tells these factors from others that may come to lie in the same places. */
  Map<String, String> fingerprints() {
    Map<String, String> all = new LinkedHashMap<>();
    earlier.ifPresent(
        given -> {
          put(all, Catalogue.INIT_FROM, "W", given.w);
          put(all, Catalogue.INIT_FROM, "H", given.h);
        });
    fixedW.ifPresent(given -> put(all, Catalogue.FIX_W, "W", given.factor));
    fixedH.ifPresent(given -> put(all, Catalogue.FIX_H, "H", given.factor));
    return all;
  }

  private static void put(
      Map<String, String> all, Setting<String> option, String name, StoredFactor factor) {
    all.put("%s %s".formatted(option.key(), name), "%016x".formatted(factor.fingerprint()));
  }

  private static int count(Optional<Fixed> fixed) {
    return fixed.map(f -> f.positions.size()).orElse(0);
  }

  private static UnaryOperator<StartPair> warm(Earlier from, NumberedMatrix x, Console console) {
    MatchedRows rows = from.rows(x.rows());
    MatchedRows columns = from.columns(x.columns());
    long goneRows = from.w.size() - rows.count();
    long goneColumns = from.h.size() - columns.count();
    String gone =
        goneRows + goneColumns == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; %,d rows and %,d columns there are not in X",
                goneRows,
                goneColumns);
    console.say(
        String.format(
                Locale.ROOT,
                "warm start: %,d of %,d rows and %,d of %,d columns from %s, others start fresh",
                rows.count(),
                x.rows().size(),
                columns.count(),
                x.columns().size(),
                from.path)
            + gone);
    return pair ->
        new StartPair(
            GivenFactor.rows(pair.w(), rows.rows()),
            GivenFactor.rows(pair.h(), columns.rows()),
            pair.release());
  }

  private static UnaryOperator<FactorSource> fixed(
      Optional<Fixed> asked, String name, String axis, Numbering ids, Console console) {
    if (asked.isEmpty()) {
      return source -> source;
    }
    Fixed fixed = asked.get();
    MatchedRows rows = fixed.on(ids, axis);
    console.say(
        String.format(
            Locale.ROOT,
            "fixed: %s of %s from %s, %,d of %,d %ss have values there, others are 0",
            fixed.words(),
            name,
            fixed.path,
            rows.count(),
            ids.size(),
            axis));
    return source -> GivenFactor.components(source, rows.rows(), fixed.positions.size());
  }
}
