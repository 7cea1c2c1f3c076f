package org.sparknmf.solver.loop;

/**
 * The weights t / (t + 3) after t descents in a row, those of Nesterov's method as Su, Boyd and
 * Candes have them (JMLR 17, 2016), for momentum on both factors.
 */
final class NesterovWeights implements MomentumWeights {
  private static final double SHIFT = 3;

  private int descents;

  @Override
  public double weight() {
    return descents / (descents + SHIFT);
  }

  @Override
  public void afterDescent() {
    descents++;
  }

  @Override
  public void afterRestart() {
    descents = 0;
  }

  @Override
  public void begin() {
    descents = 0;
  }
}
