package org.sparknmf.engine.factor;

/**
 * The start values of both factors of X, by the user's names: W belongs to the rows that were read.
 *
 * @param w start values of W
 * @param h start values of H'
 * @param release to be called when the start values have been taken
 */
public record StartPair(FactorSource w, FactorSource h, Runnable release) {

  /** Values that nothing needs to be kept for. */
  public static StartPair of(FactorSource w, FactorSource h) {
    return new StartPair(w, h, () -> {});
  }
}
