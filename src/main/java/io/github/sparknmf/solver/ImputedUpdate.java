package io.github.sparknmf.solver;

/** Placeholder until merged. */
final class ImputedUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  ImputedUpdate(Penalty penalty, double w, int sweeps) {}

  @Override
  public double update(
      double[] factor,
      int firstRow,
      int rows,
      double[] terms,
      int termsRow,
      double[] statistics,
      Workspace workspace) {
    throw new UnsupportedOperationException();
  }
}
