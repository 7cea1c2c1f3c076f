package org.sparknmf.solver.nnls;

/**
 * Scratch memory of one thread for work on some rows side by side: component r of row l is at
 * {@code r width + l}, so that loops over the rows are loops over neighbours.
 */
public final class RowLanes {
  /** Rows side by side: enough for vectors, few enough for the first cache at common ranks. */
  public static final int WIDTH = 64;

  private final int rank;
  private final double[] factor;
  private final double[] product;
  private final double[] gradient = new double[WIDTH];
  private final double[] violation = new double[WIDTH];

  /** Memory for rows of {@code rank} numbers. */
  public RowLanes(int rank) {
    this.rank = rank;
    this.factor = new double[rank * WIDTH];
    this.product = new double[rank * WIDTH];
  }

  /** The rank it was made for. */
  int rank() {
    return rank;
  }

  /** F' (k x 64). */
  double[] factor() {
    return factor;
  }

  /** P' (k x 64). */
  double[] product() {
    return product;
  }

  /** The gradient of one component, a number for every row. */
  double[] gradient() {
    return gradient;
  }

  /** What each row has added to the violation. */
  public double[] violation() {
    return violation;
  }

  /** Turns rows of F and P; the other lanes keep what they hold. */
  public void load(double[] rowsOfF, int firstRow, int count, double[] rowsOfP, int productRow) {
    turn(0, rowsOfF, firstRow * rank, count, factor);
    turn(0, rowsOfP, productRow * rank, count, product);
  }

  /** Turns one row into one lane. */
  void loadLane(int lane, double[] rowsOfF, int row, double[] rowsOfP, int productRow) {
    turn(lane, rowsOfF, row * rank, 1, factor);
    turn(lane, rowsOfP, productRow * rank, 1, product);
  }

  private void turn(int lane, double[] rows, int from, int count, double[] lanes) {
    for (int r = 0; r < rank; r++) {
      int at = r * WIDTH + lane;
      for (int l = 0; l < count; l++) {
        lanes[at + l] = rows[from + l * rank + r];
      }
    }
  }

  /** Turns the first lanes of F back into its rows. */
  public void store(double[] rowsOfF, int firstRow, int count) {
    for (int l = 0; l < count; l++) {
      storeLane(l, rowsOfF, firstRow + l);
    }
  }

  /** Turns one lane of F back into a row. */
  void storeLane(int lane, double[] rowsOfF, int row) {
    for (int r = 0; r < rank; r++) {
      rowsOfF[row * rank + r] = factor[r * WIDTH + lane];
    }
  }
}
