package io.github.sparknmf.solver;

/** Placeholder until merged. */
final class CoordinateUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  CoordinateUpdate(Penalty penalty, int sweeps) {}

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
