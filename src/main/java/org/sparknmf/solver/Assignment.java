package org.sparknmf.solver;

import java.util.Arrays;

/**
 * The assignment problem: each row gets a column of its own, at the least total cost. The Hungarian
 * method (Kuhn, Naval Research Logistics Quarterly 1955) by shortest augmenting paths with
 * potentials (Jonker and Volgenant, Computing 1987).
 */
public final class Assignment {
  private static final int NONE = -1;

  private final double[] cost;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOfColumn;

  private Assignment(double[] cost, int rows, int columns) {
    this.cost = cost;
    this.columns = columns;
    this.rowPotential = new double[rows];
    this.columnPotential = new double[columns];
    this.rowOfColumn = new int[columns];
    Arrays.fill(rowOfColumn, NONE);
  }

  /**
   * The column of each row; among equals the ones that come first.
   *
   * @param cost row-major (rows x columns), finite, not modified
   * @param rows at most as many as columns
   */
  public static int[] columnsOfRows(double[] cost, int rows, int columns) {
    if (rows > columns) {
      throw new IllegalArgumentException(
          "an assignment needs at least as many columns as rows, got %d rows and %d columns"
              .formatted(rows, columns));
    }
    Assignment assignment = new Assignment(cost, rows, columns);
    for (int row = 0; row < rows; row++) {
      assignment.augment(row);
    }
    int[] found = new int[rows];
    for (int j = 0; j < columns; j++) {
      if (assignment.rowOfColumn[j] != NONE) {
        found[assignment.rowOfColumn[j]] = j;
      }
    }
    return found;
  }

  /** Gives one more row a column, moving others along the shortest path to a free column. */
  private void augment(int row) {
    double[] distance = new double[columns];
    int[] previous = new int[columns];
    boolean[] done = new boolean[columns];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(previous, NONE);
    int current = NONE;
    int currentRow = row;
    double reached = 0;
    do {
      relax(currentRow, current, reached, distance, previous, done);
      current = nearest(distance, done);
      reached = distance[current];
      done[current] = true;
      currentRow = rowOfColumn[current];
    } while (currentRow != NONE);
    adjust(row, reached, distance, done);
    turn(row, current, previous);
  }

  private void relax(
      int row, int from, double reached, double[] distance, int[] previous, boolean[] done) {
    for (int j = 0; j < columns; j++) {
      double length = reached + cost[row * columns + j] - rowPotential[row] - columnPotential[j];
      if (!done[j] && length < distance[j]) {
        distance[j] = length;
        previous[j] = from;
      }
    }
  }

  private static int nearest(double[] distance, boolean[] done) {
    int nearest = NONE;
    for (int j = 0; j < distance.length; j++) {
      if (!done[j] && (nearest == NONE || distance[j] < distance[nearest])) {
        nearest = j;
      }
    }
    return nearest;
  }

  /** Keeps reduced costs at least 0, and 0 along what is assigned. */
  private void adjust(int row, double reached, double[] distance, boolean[] done) {
    rowPotential[row] += reached;
    for (int j = 0; j < columns; j++) {
      if (done[j] && rowOfColumn[j] != NONE) {
        rowPotential[rowOfColumn[j]] += reached - distance[j];
      }
      if (done[j]) {
        columnPotential[j] -= reached - distance[j];
      }
    }
  }

  private void turn(int row, int last, int[] previous) {
    int column = last;
    while (previous[column] != NONE) {
      rowOfColumn[column] = rowOfColumn[previous[column]];
      column = previous[column];
    }
    rowOfColumn[column] = row;
  }
}
