package org.sparknmf.solver.nnls;

/**
 * Feasible points, one for each of some rows, that go towards solutions on passive sets, never
 * beyond zero: the inner loop of the active set method (Lawson and Hanson, Solving Least Squares
 * Problems, 1974, chapter 23).
 */
final class FeasibleSteps {
  private final int rank;
  private final double[] points;

  /** Memory for rows of {@code rank} numbers. */
  FeasibleSteps(int rows, int rank) {
    this.rank = rank;
    this.points = new double[rows * rank];
  }

  /** Copies the point of a row into an array from its beginning. */
  void read(int row, double[] point) {
    System.arraycopy(points, row * rank, point, 0, rank);
  }

  /** Puts a row where an array has its point. */
  void write(int row, double[] from, int at) {
    System.arraycopy(from, at, points, row * rank, rank);
  }

  /** Whether a component of a row is above zero. */
  boolean isPositive(int row, int t) {
    return points[row * rank + t] > 0;
  }

  /**
   * Goes towards the solution as far as that is feasible.
   *
   * @param subset the passive set of the row, which the solution belongs to
   * @param solution one row, not modified
   * @param sets whatever reaches zero leaves the row's set here
   * @return false where the solution is feasible; nothing is modified then
   */
  boolean stopsBefore(int row, SubsetCholesky subset, double[] solution, PassiveSets sets) {
    double step = 1;
    for (int i = 0; i < subset.size(); i++) {
      step = Math.min(step, stepToZero(row, subset.member(i), solution));
    }
    if (step == 1) {
      return false;
    }
    for (int i = 0; i < subset.size(); i++) {
      int t = subset.member(i);
      int at = row * rank + t;
      double next = Math.fma(step, solution[t] - points[at], points[at]);
      if (stepToZero(row, t, solution) <= step || !(next > 0)) {
        points[at] = 0;
        sets.flip(row, t);
      } else {
        points[at] = next;
      }
    }
    return true;
  }

  /** The part of the way at which a component reaches zero, at most 1. */
  private double stepToZero(int row, int t, double[] solution) {
    double from = points[row * rank + t];
    return solution[t] >= 0 ? 1 : from / (from - solution[t]);
  }
}
