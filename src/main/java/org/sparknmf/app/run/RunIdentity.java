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
import org.sparknmf.fit.setting.Setting;

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
    identity.put("spark-nmf", Versions.sparkNmf());
    return identity;
  }

  /** The differences of another run from this one, in words for people. */
  public static List<String> differences(Map<String, String> ours, Map<String, String> theirs) {
    List<String> differences = new ArrayList<>();
    ours.forEach(
        (key, value) -> {
          String other = theirs.getOrDefault(key, "not told");
          if (!value.equals(other)) {
            differences.add("%s %s there, %s here".formatted(key, other, value));
          }
        });
    return differences;
  }
}
