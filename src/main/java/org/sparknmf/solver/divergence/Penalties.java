package org.sparknmf.solver.divergence;

import java.io.Serializable;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.PenaltyScale;

/**
 * The penalties of both factors: for a row w of W alphaW (l1Ratio sum(w) + (1 - l1Ratio)/2 ||w||^2)
 * times the number of its cells, all n of them or the known ones; the same for a column of H.
 *
 * @param alphaW strength of W's penalties
 * @param alphaH strength of H's penalties
 * @param l1Ratio part of the strength that goes to the sums, from 0 to 1
 * @param scale which cells are counted
 * @param update how multiplicative updates see penalties
 */
public record Penalties(
    double alphaW, double alphaH, double l1Ratio, PenaltyScale scale, PenaltyUpdate update)
    implements Serializable {
  /** No penalties. */
  public static final Penalties NONE =
      new Penalties(0, 0, 0, PenaltyScale.CELLS, PenaltyUpdate.MAJORIZE);

  /** Validates every value. */
  public Penalties {
    requireStrength("alpha-w", alphaW);
    requireStrength("alpha-h", alphaH);
    if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
      throw new InvalidSettingException(
          "l1-ratio must be from 0 to 1, got " + l1Ratio + "; change --l1-ratio");
    }
    if (scale == PenaltyScale.COUNT && l1Ratio > 0) {
      throw new InvalidSettingException(
          "penalty-scale count penalises squares alone, got l1-ratio %s; say --l1-ratio 0 or --penalty-scale cells"
              .formatted(l1Ratio));
    }
  }

  private static void requireStrength(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InvalidSettingException(
          name + " must be a finite number of at least 0, got " + value + "; change --" + name);
    }
  }

  /** Whether nothing is charged. */
  public boolean isNone() {
    return alphaW == 0 && alphaH == 0;
  }

  /** These penalties, times the number of known cells. */
  Penalties counted(double strength) {
    return new Penalties(strength, strength, l1Ratio, PenaltyScale.COUNT, update);
  }

  /** These penalties on another scale. */
  public Penalties with(PenaltyScale other) {
    return new Penalties(alphaW, alphaH, l1Ratio, other, update);
  }

  /** These penalties, seen by multiplicative updates in another way. */
  Penalties with(PenaltyUpdate other) {
    return new Penalties(alphaW, alphaH, l1Ratio, scale, other);
  }

  /** The same penalties of the other factor each. */
  Penalties turned() {
    return new Penalties(alphaH, alphaW, l1Ratio, scale, update);
  }

  /** What W is charged where X has so many columns. */
  Penalty ofW(long columns) {
    return of(alphaW, columns);
  }

  /** What H is charged where X has so many rows. */
  Penalty ofH(long rows) {
    return of(alphaH, rows);
  }

  private Penalty of(double alpha, long cells) {
    return scale == PenaltyScale.COUNT
        ? new Penalty(alpha * l1Ratio, alpha * (1 - l1Ratio), true)
        : new Penalty(alpha * l1Ratio * cells, alpha * (1 - l1Ratio) * cells);
  }
}
