package org.sparknmf.app.run;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.fit.setting.Catalogue;

/**
 * Tells cells that look like ratings where an empty cell counts as zero though nobody said so: what
 * nobody has rated is not rated with nothing.
 *
 * <p>Ratings are from 3 to 20 values, halves or whole numbers up to 10, none of them 0, in less
 * than half of the cells; and the least of them is not the commonest. Counts, which also are few
 * whole numbers, are mostly 1.
 */
public final class RatingScale {
  private static final int FEWEST_VALUES = 3;
  private static final int FEWEST_CELLS = 10;
  private static final double HIGHEST = 10;
  private static final double MOST_FILLED = 0.5;

  private RatingScale() {}

  /** What to say of a matrix, if its cells look like ratings and nobody has said what is empty. */
  public static Optional<String> warning(ResolvedSettings settings, DistributedMatrix x) {
    boolean isFree =
        !settings.isGiven(Catalogue.EMPTY_CELLS)
            && settings.get(SourceSettings.WEIGHTING) == SourceSettings.Weighting.NONE;
    double filled =
        (double) x.summary().nonZeros() / ((double) x.summary().rows() * x.summary().columns());
    return isFree ? warning(x.quality().values(), filled) : Optional.empty();
  }

  /**
   * What to say of cells.
   *
   * @param counts how many cells have each value; empty where there are many values
   * @param filled the share of cells that are stored
   */
  static Optional<String> warning(Map<Double, Long> counts, double filled) {
    SortedMap<Double, Long> values = new TreeMap<>(counts);
    if (!areRatings(values) || filled >= MOST_FILLED) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the values look like ratings (%s to %s, in %.2g %% of the cells), and a cell without one counts as 0:"
                + " say --empty-cells missing where it is unknown, --empty-cells zero where it is 0",
            plain(values.firstKey()),
            plain(values.lastKey()),
            100 * filled));
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static boolean areRatings(SortedMap<Double, Long> counts) {
    if (counts.size() < FEWEST_VALUES
        || counts.values().stream().mapToLong(Long::longValue).sum() < FEWEST_CELLS) {
      return false;
    }
    boolean areHalves =
        counts.keySet().stream().allMatch(value -> 2 * value == Math.rint(2 * value));
    boolean areMostlyHigher = counts.get(counts.firstKey()) < Collections.max(counts.values());
    return areHalves && areMostlyHigher && counts.firstKey() > 0 && counts.lastKey() <= HIGHEST;
  }
}
