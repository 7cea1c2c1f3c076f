package io.github.sparknmf.solver;

/**
 * What makes ||X - WH||^2 = ||X||^2 - 2 cross + model without another pass over X.
 *
 * @param cross trace of (X'W)'H'
 * @param model trace of W'W HH'
 */
public record ErrorTerms(double cross, double model) {

  /** The terms for two Gram matrices (k x k), neither modified. */
  public static ErrorTerms of(double cross, double[] wGram, double[] hGram) {
    double model = 0;
    for (int p = 0; p < wGram.length; p++) {
      model = Math.fma(wGram[p], hGram[p], model);
    }
    return new ErrorTerms(cross, model);
  }
}
