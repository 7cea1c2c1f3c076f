package org.sparknmf.solver.loop;

/**
 * Weights that grow while the objective falls, by the schedule of Ang and Gillis (Neural
 * Computation 31, 2019), for momentum on H alone: seen from H an iteration is a majorize-minimize
 * step, since W is made again from H by rows; therefore one factor is enough.
 */
final class AdaptiveWeights implements MomentumWeights {
  private static final double FIRST = 0.5;
  private static final double GROWTH = 1.05;
  private static final double MOST = 1;
  private static final double GROWTH_OF_MOST = 1.01;
  private static final double DECAY = 1.5;

  private double weight = FIRST;
  private double lastWeight = FIRST;
  private double most = MOST;

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public void afterDescent() {
    lastWeight = weight;
    weight = Math.min(most, GROWTH * weight);
    most = Math.min(MOST, GROWTH_OF_MOST * most);
  }

  @Override
  public void afterRestart() {
    most = lastWeight;
    weight /= DECAY;
  }

  @Override
  public void begin() {
    weight = FIRST;
    lastWeight = FIRST;
    most = MOST;
  }
}
