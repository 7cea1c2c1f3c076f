package org.sparknmf.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sparknmf.app.check.Versions;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.FitSettings;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.NmfSettings;

/** What the bits of a result follow from: the data, the settings with a say in it, the program. */
public final class RunIdentity {
  /** How long a fit goes on, and where it runs; all else decides what it comes to. */
  private static final Set<Setting<?>> INDECISIVE =
      Set.of(
          Catalogue.MAX_ITERATIONS,
          Catalogue.TOLERANCE,
          Catalogue.MAX_RUNTIME,
          Catalogue.PLAN,
          Catalogue.ORIENTATION,
          Catalogue.PARTITIONS,
          Catalogue.CHECKPOINT_INTERVAL);

  private static final List<Setting<?>> DECISIVE =
      Stream.concat(
              Stream.of(Catalogue.EMPTY_CELLS, SourceSettings.WEIGHTING),
              Catalogue.OF_A_FIT.stream().filter(setting -> !INDECISIVE.contains(setting)))
          .toList();

  /** The number in use, where the choice was left to the program, too. */
  private static final String INNER_UPDATES = Catalogue.INNER_UPDATES.key();

  /** What the strengths of penalties were multiplied by. */
  private static final String PENALTY_SCALE = Catalogue.PENALTY_SCALE.key();

  /** What earlier versions did without a word for it. */
  private static final String CELLS = ValueRule.wordOf(PenaltyScale.CELLS);

  /** What earlier versions had in place of a number. */
  private static final String AUTO = "auto";

  private RunIdentity() {}

  /**
   * The identity of a run on some data, before it has begun; given are the fingerprints of factors.
   */
  public static Map<String, String> of(
      ResolvedSettings settings, DistributedMatrix x, Map<String, String> given) {
    Map<String, String> identity = of(settings, DECISIVE, x);
    identity.putAll(given);
    return identity;
  }

  /**
   * The identity of a run on some data.
   *
   * @param decisive the settings with a say in its result
   */
  public static Map<String, String> of(
      ResolvedSettings settings, List<Setting<?>> decisive, DistributedMatrix x) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("rows", String.valueOf(x.summary().rows()));
    identity.put("columns", String.valueOf(x.summary().columns()));
    identity.put("fingerprint", "%016x".formatted(x.fingerprint()));
    identity.put("weights", String.valueOf(x.summary().observed()));
    identity.put("orientation", x.grid().orientation().name().toLowerCase(Locale.ROOT));
    settings.asMap(decisive).forEach((key, value) -> identity.put(key, String.valueOf(value)));
    NmfSettings nmf = FitSettings.of(settings).on(x.summary());
    identity.put(INNER_UPDATES, String.valueOf(nmf.sweeps()));
    identity.replace(PENALTY_SCALE, ValueRule.wordOf(nmf.objective().penalties().scale()));
    identity.put("spark-nmf", Versions.sparkNmf());
    return identity;
  }

  /** An identity with another number of inner updates. */
  public static Map<String, String> withInnerUpdates(Map<String, String> identity, int number) {
    return withInnerUpdates(identity, String.valueOf(number));
  }

  private static Map<String, String> withInnerUpdates(Map<String, String> identity, String told) {
    Map<String, String> changed = new LinkedHashMap<>(identity);
    changed.replace(INNER_UPDATES, told);
    return changed;
  }

  /** Whether it is of a version with one update in an iteration of mu, unless told otherwise. */
  public static boolean isOfOneUpdate(Map<String, String> identity) {
    return AUTO.equals(identity.get(INNER_UPDATES))
        && Methods.hadOneUpdate(identity.get(Catalogue.SOLVER.key()));
  }

  /** The differences of another run from this one, in words for people. */
  public static List<String> differences(Map<String, String> ours, Map<String, String> others) {
    Map<String, String> theirs = asOfToday(ours, others);
    List<String> differences = new ArrayList<>();
    ours.forEach(
        (key, value) -> {
          String other = theirs.getOrDefault(key, key.equals(PENALTY_SCALE) ? CELLS : "not told");
          if (!value.equals(other)) {
            differences.add("%s %s there, %s here".formatted(key, other, value));
          }
        });
    return differences;
  }

  /** An identity in which a word may stand for the number of inner updates, with a number. */
  private static Map<String, String> asOfToday(
      Map<String, String> ours, Map<String, String> others) {
    if (isOfOneUpdate(others)) {
      return withInnerUpdates(others, "1");
    }
    boolean isWord = AUTO.equals(others.get(INNER_UPDATES));
    return isWord ? withInnerUpdates(others, ours.get(INNER_UPDATES)) : others;
  }
}
