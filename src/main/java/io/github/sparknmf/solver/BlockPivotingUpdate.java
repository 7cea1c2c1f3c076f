package io.github.sparknmf.solver;

/** Placeholder until merged. */
final class BlockPivotingUpdate implements UpdateRule {
  private static final long serialVersionUID = 1L;

  BlockPivotingUpdate(Penalty penalty) {}

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
