package org.sparknmf.solver.nnls;

import java.util.Arrays;

/**
 * Some rows on their way to the solution by block principal pivoting, and the memory for it: what
 * one thread needs. Rows never mix; those of equal passive sets share a factorization, which has
 * the same bits whichever row asks for it.
 *
 * <p>Where A_FF is singular, or the exchanges do not end, the row gets a ridge: 1/2 delta sum over
 * t of A_tt (f_t - c_t)^2, c the start value, is added to its objective. Every A_FF is then
 * definite, and no answer is worse than c. An answer that the ridge holds back too far from the
 * solution becomes the next c (proximal point algorithm: Rockafellar, SIAM J. Control Optim. 14,
 * 1976). Where exchanges do not end even so, as with penalties and more components than X has, the
 * row goes on by steps that stay feasible and go down (active set method: Lawson and Hanson,
 * Solving Least Squares Problems, 1974, chapter 23).
 */
public final class PivotRows {
  /** Rows that are solved together: enough for equal sets to meet. */
  static final int MOST_ROWS = 256;

  /** A gradient below this part of what it is made of is rounding. */
  private static final double ROUNDING = 1e-12;

  /** A gradient below this part of what it is made of is small enough for an answer. */
  private static final double SMALL = 1e-9;

  private static final double RIDGE = 1e-10;

  /** Levels of a row: exchanges, exchanges with a ridge, feasible steps with a ridge. */
  private static final int STEPPING = 2;

  private static final int EXCHANGES = 3;

  /** Rounds at one level, beside one for every other component. */
  private static final int PATIENCE = 10;

  private final int rank;
  private final RowProblems problems;
  private final PassiveSets sets;
  private final SubsetCholesky cholesky;
  private final double[] centers;
  private final FeasibleSteps steps;
  private final int[] fewest = new int[MOST_ROWS];
  private final int[] budget = new int[MOST_ROWS];
  private final int[] rounds = new int[MOST_ROWS];
  private final int[] levels = new int[MOST_ROWS];
  private final int[] active = new int[MOST_ROWS];
  private final int[] failed = new int[MOST_ROWS];
  private final double[] solution;
  private final double[] members;
  private final double[] gradient;
  private final double[] startGradient;
  private final RowLanes lanes;
  private double[] factor;
  private int firstRow;
  private int firstProblem;
  private int activeCount;
  private int failedCount;

  /** Memory for rows of {@code rank} numbers. */
  public PivotRows(int rank) {
    this.rank = rank;
    this.problems = new RowProblems(rank);
    // Numbers from rank on are in a row's set when the row has reached that level.
    this.sets = new PassiveSets(MOST_ROWS, rank + STEPPING);
    this.cholesky = new SubsetCholesky(rank);
    this.centers = new double[MOST_ROWS * rank];
    this.steps = new FeasibleSteps(MOST_ROWS, rank);
    this.solution = new double[rank];
    this.members = new double[rank];
    this.gradient = new double[rank];
    this.startGradient = new double[rank];
    this.lanes = new RowLanes(rank);
  }

  /** The rank it was made for. */
  int rank() {
    return rank;
  }

  /** The problems to solve. */
  RowProblems problems() {
    return problems;
  }

  /** The lanes for rows that are finished by descent. */
  RowLanes lanes() {
    return lanes;
  }

  /**
   * Forgets all rows.
   *
   * @param rowsOfF F, where rows will be modified as they are solved
   * @param row row of F that will be row 0 here
   * @param problem its problem
   */
  void clear(double[] rowsOfF, int row, int problem) {
    factor = rowsOfF;
    firstRow = row;
    firstProblem = problem;
    activeCount = 0;
    failedCount = 0;
  }

  /** Takes in a row with its start value and returns the sum of its |projected gradient|. */
  double add(int row) {
    int at = (firstRow + row) * rank;
    int problem = firstProblem + row;
    problems.gradient(problem, factor, firstRow + row, gradient);
    double weight = problems.weight(factor, firstRow + row);
    double violation = 0;
    boolean solved = true;
    sets.clear(row);
    for (int t = 0; t < rank; t++) {
      double entry = factor[at + t];
      double slope = gradient[t];
      violation += Math.abs(entry == 0 ? Math.min(0, slope) : slope);
      if (!(problems.curvature(t) > 0)) {
        // Nothing depends on it but its own penalty; where that is negative, no entry is best.
        factor[at + t] = slope < 0 ? entry : 0;
      } else {
        double least = -ROUNDING * problems.scale(problem, t, weight);
        solved &= slope >= least && (entry == 0 || slope <= -least);
        if (entry > 0) {
          sets.flip(row, t);
        }
      }
    }
    if (!solved) {
      levels[row] = 0;
      startOver(row, factor, at);
      active[activeCount++] = row;
    }
    return violation;
  }

  private void startOver(int row, double[] center, int at) {
    fewest[row] = rank + 1;
    budget[row] = EXCHANGES;
    rounds[row] = 0;
    System.arraycopy(center, at, centers, row * rank, rank);
    steps.write(row, center, at);
  }

  /** How many rows are neither solved nor given up. */
  int activeCount() {
    return activeCount;
  }

  /** How many rows were given up: none is worse than its start. */
  int failedCount() {
    return failedCount;
  }

  /** One of those. */
  int failed(int i) {
    return failed[i];
  }

  /** Gives up what is not solved by now. */
  void giveUp() {
    for (int i = 0; i < activeCount; i++) {
      fail(active[i]);
    }
    activeCount = 0;
  }

  /** Keeps the best the row has. */
  private void fail(int row) {
    failed[failedCount++] = row;
    steps.read(row, solution);
    problems.gradient(firstProblem + row, solution, 0, gradient);
    if (!rises(row)) {
      accept(row);
    }
  }

  /** Solves every active row on its passive set and exchanges what violates. */
  void round() {
    sets.group(active, activeCount);
    int kept = 0;
    int end;
    for (int begin = 0; begin < activeCount; begin = end) {
      end = begin + 1;
      while (end < activeCount && sets.equal(active[begin], active[end])) {
        end++;
      }
      boolean definite = factorize(active[begin]);
      for (int i = begin; i < end; i++) {
        int row = active[i];
        if (definite ? advance(row) : strengthen(row)) {
          active[kept++] = row;
        }
      }
    }
    activeCount = kept;
  }

  private boolean factorize(int row) {
    cholesky.clear();
    for (int t = 0; t < rank; t++) {
      if (sets.has(row, t)) {
        cholesky.add(t);
      }
    }
    return cholesky.factorize(problems.matrix(), rank, ridge(row));
  }

  private double ridge(int row) {
    return levels[row] == 0 ? 0 : RIDGE;
  }

  /** The next level, if there is one; whether the row remains active. */
  private boolean strengthen(int row) {
    if (levels[row] == STEPPING) {
      fail(row);
      return false;
    }
    sets.flip(row, rank + levels[row]);
    levels[row]++;
    startOver(row, centers, row * rank);
    if (levels[row] == STEPPING) {
      for (int t = 0; t < rank; t++) {
        boolean inside = steps.isPositive(row, t) && problems.curvature(t) > 0;
        if (inside != sets.has(row, t)) {
          sets.flip(row, t);
        }
      }
    }
    return true;
  }

  /** Whether the row remains active. */
  private boolean advance(int row) {
    solve(row);
    if (levels[row] == STEPPING && steps.stopsBefore(row, cholesky, solution, sets)) {
      return true;
    }
    problems.gradient(firstProblem + row, solution, 0, gradient);
    double weight = problems.weight(solution, 0);
    int violations = 0;
    for (int t = 0; t < rank; t++) {
      if (violates(row, t, weight)) {
        violations++;
      }
    }
    if (violations == 0) {
      return settle(row, weight);
    }
    if (levels[row] == STEPPING) {
      steps.write(row, solution, 0);
      sets.flip(row, steepest(row));
      return true;
    }
    boolean all = violations < fewest[row] || budget[row] > 0;
    if (violations < fewest[row]) {
      fewest[row] = violations;
      budget[row] = EXCHANGES;
    } else {
      budget[row]--;
    }
    exchange(row, weight, all);
    rounds[row]++;
    return rounds[row] < PATIENCE + rank / 2 || strengthen(row);
  }

  private void exchange(int row, double weight, boolean all) {
    for (int t = rank - 1; t >= 0; t--) {
      if (violates(row, t, weight)) {
        sets.flip(row, t);
        if (!all) {
          return;
        }
      }
    }
  }

  private int steepest(int row) {
    int steepest = 0;
    double most = 0;
    for (int t = 0; t < rank; t++) {
      double slope = pulled(row, t) / Math.sqrt(problems.curvature(t));
      if (!sets.has(row, t) && problems.curvature(t) > 0 && slope < most) {
        most = slope;
        steepest = t;
      }
    }
    return steepest;
  }

  /** Solution on the passive set; zero elsewhere. */
  private void solve(int row) {
    double ridge = ridge(row);
    for (int i = 0; i < cholesky.size(); i++) {
      int t = cholesky.member(i);
      double pull = ridge * problems.curvature(t) * centers[row * rank + t];
      members[i] = problems.right(firstProblem + row, t) + pull;
    }
    cholesky.solve(members);
    Arrays.fill(solution, 0);
    for (int i = 0; i < cholesky.size(); i++) {
      solution[cholesky.member(i)] = members[i];
    }
    for (int t = 0; t < rank; t++) {
      if (!(problems.curvature(t) > 0)) {
        solution[t] = factor[(firstRow + row) * rank + t];
      }
    }
  }

  private boolean violates(int row, int t, double weight) {
    if (sets.has(row, t)) {
      return !(solution[t] >= 0);
    }
    double least = -ROUNDING * problems.scale(firstProblem + row, t, weight);
    return problems.curvature(t) > 0 && !(pulled(row, t) >= least);
  }

  /** The gradient with the ridge. */
  private double pulled(int row, int t) {
    double distance = solution[t] - centers[row * rank + t];
    return Math.fma(ridge(row) * problems.curvature(t), distance, gradient[t]);
  }

  /** Whether the row remains active, although nothing violates on its set. */
  private boolean settle(int row, double weight) {
    if (!isSmall(row, weight)) {
      if (levels[row] == 0) {
        return strengthen(row);
      }
      startOver(row, solution, 0);
      return true;
    }
    if (rises(row)) {
      failed[failedCount++] = row;
    } else {
      accept(row);
    }
    return false;
  }

  private void accept(int row) {
    for (int t = 0; t < rank; t++) {
      factor[(firstRow + row) * rank + t] = Math.max(0, solution[t]);
    }
  }

  private boolean isSmall(int row, double weight) {
    for (int t = 0; t < rank; t++) {
      double limit = SMALL * problems.scale(firstProblem + row, t, weight);
      boolean above = sets.has(row, t) && !(gradient[t] <= limit);
      if (problems.curvature(t) > 0 && (above || !(gradient[t] >= -limit))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the solution is worse than the start: the difference is exact for a quadratic. */
  private boolean rises(int row) {
    problems.gradient(firstProblem + row, factor, firstRow + row, startGradient);
    double rise = 0;
    for (int t = 0; t < rank; t++) {
      double step = solution[t] - factor[(firstRow + row) * rank + t];
      rise = Math.fma(step, startGradient[t] + gradient[t], rise);
    }
    return !(rise <= 0);
  }
}
