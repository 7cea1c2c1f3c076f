package org.sparknmf.solver;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.linalg.EmptyCells;

/**
 * What is minimised: D_beta(X, WH) + l1_W sum(W) + l1_H sum(H) + l2_W/2 ||W||^2 + l2_H/2 ||H||^2
 * with l1_W = alphaW l1Ratio n, l2_W = alphaW (1 - l1Ratio) n, l1_H = alphaH l1Ratio m, l2_H =
 * alphaH (1 - l1Ratio) m, as in scikit-learn.
 *
 * @param beta 2 for half the squared error, 1 for Kullback-Leibler, 0 for Itakura-Saito
 * @param emptyCells what cells are that are not stored
 * @param alphaW strength of W's penalties
 * @param alphaH strength of H's penalties
 * @param l1Ratio part of the strength that goes to the sums, from 0 to 1
 * @param penaltyUpdate how multiplicative updates see penalties
 */
public record Objective(
    double beta,
    EmptyCells emptyCells,
    double alphaW,
    double alphaH,
    double l1Ratio,
    PenaltyUpdate penaltyUpdate)
    implements Serializable {

  /** The Frobenius norm. */
  public static final double FROBENIUS = 2;

  /** The generalised Kullback-Leibler divergence. */
  public static final double KULLBACK_LEIBLER = 1;

  /** The Itakura-Saito divergence. */
  public static final double ITAKURA_SAITO = 0;

  private static final Map<String, Double> NAMES =
      Map.of(
          "frobenius", FROBENIUS,
          "kullback-leibler", KULLBACK_LEIBLER,
          "itakura-saito", ITAKURA_SAITO);

  /** The largest beta, and the negative of the least, that users may ask for. */
  private static final double LARGEST_BETA = 100;

  /** Validates every value. */
  public Objective {
    if (Double.isNaN(beta) || Double.isInfinite(beta)) {
      throw new InvalidSettingException(
          "loss must be frobenius, kullback-leibler, itakura-saito or a finite beta, got "
              + beta
              + "; change --loss");
    }
    requireStrength("alpha-w", alphaW);
    requireStrength("alpha-h", alphaH);
    if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
      throw new InvalidSettingException(
          "l1-ratio must be from 0 to 1, got " + l1Ratio + "; change --l1-ratio");
    }
    if (emptyCells == EmptyCells.MISSING && beta != FROBENIUS && beta != KULLBACK_LEIBLER) {
      throw new InvalidSettingException(
          "empty-cells missing works with loss frobenius or kullback-leibler, got beta "
              + beta
              + "; change --loss, or say --empty-cells zero");
    }
  }

  private static void requireStrength(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InvalidSettingException(
          name + " must be a finite number of at least 0, got " + value + "; change --" + name);
    }
  }

  /** The beta of a loss that is given by name or as a number; empty where it is neither. */
  public static Optional<Double> betaOf(String loss) {
    if (NAMES.containsKey(loss)) {
      return Optional.of(NAMES.get(loss));
    }
    try {
      return Optional.of(Double.valueOf(loss)).filter(beta -> Math.abs(beta) <= LARGEST_BETA);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The loss as users write it: its name, or its beta. */
  public String lossName() {
    return NAMES.entrySet().stream()
        .filter(name -> name.getValue() == beta)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(String.valueOf(beta));
  }

  /** Half the squared error over all cells, no penalties. */
  public static Objective frobenius() {
    return ofBeta(FROBENIUS);
  }

  /** A beta-divergence over all cells, no penalties. */
  public static Objective ofBeta(double beta) {
    return new Objective(beta, EmptyCells.ZERO, 0, 0, 0, PenaltyUpdate.MAJORIZE);
  }

  /** The same with penalties. */
  public Objective withPenalties(double newAlphaW, double newAlphaH, double newL1Ratio) {
    return new Objective(beta, emptyCells, newAlphaW, newAlphaH, newL1Ratio, penaltyUpdate);
  }

  /** The same with another view of cells that are not stored. */
  public Objective withEmptyCells(EmptyCells cells) {
    return new Objective(beta, cells, alphaW, alphaH, l1Ratio, penaltyUpdate);
  }

  /** The same with penalties seen otherwise. */
  public Objective withPenaltyUpdate(PenaltyUpdate update) {
    return new Objective(beta, emptyCells, alphaW, alphaH, l1Ratio, update);
  }

  /** The same for the transpose of X, whose W is H'. */
  public Objective turned() {
    return new Objective(beta, emptyCells, alphaH, alphaW, l1Ratio, penaltyUpdate);
  }

  /** Whether X is known at its stored cells only. */
  public boolean isMissing() {
    return emptyCells == EmptyCells.MISSING;
  }

  /** What W is charged where X has so many columns. */
  public Penalty ofW(long columns) {
    return new Penalty(alphaW * l1Ratio * columns, alphaW * (1 - l1Ratio) * columns);
  }

  /** What H is charged where X has so many rows. */
  public Penalty ofH(long rows) {
    return new Penalty(alphaH * l1Ratio * rows, alphaH * (1 - l1Ratio) * rows);
  }
}
