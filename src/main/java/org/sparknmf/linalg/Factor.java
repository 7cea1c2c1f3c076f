package org.sparknmf.linalg;

import java.io.Serializable;

/**
 * A tall factor (rows x rank), row-major, in one of two precisions: W, H', or a product of their
 * shape. Numbers go in and out as doubles; products run in the factor's own precision.
 */
public abstract sealed class Factor implements Serializable permits DoubleFactor, FloatFactor {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final int rank;

  Factor(int rows, int rank) {
    this.rows = rows;
    this.rank = rank;
  }

  /** A factor of zeros. */
  public static Factor zeros(Precision precision, int rows, int rank) {
    int length = Shapes.cells(rows, rank);
    return precision == Precision.SINGLE
        ? new FloatFactor(new float[length], rows, rank)
        : new DoubleFactor(new double[length], rows, rank);
  }

  /** Zeros of this factor's rank and precision. */
  public Factor zerosLike(int newRows) {
    return zeros(precision(), newRows, rank);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** k. */
  public int rank() {
    return rank;
  }

  /** How its numbers are held. */
  public abstract Precision precision();

  /** One entry. */
  public abstract double get(int row, int component);

  /** Copies whole rows to the beginning of {@code target}. */
  public abstract void read(int firstRow, int count, double[] target);

  /** Overwrites whole rows from the beginning of {@code source}, rounding where it must. */
  public abstract void write(int firstRow, int count, double[] source);

  /** Copies whole rows of another factor of the same precision. */
  public abstract void copyFrom(Factor source, int sourceRow, int row, int count);

  /** Whether all entries of some rows are zero; found at the first that is not. */
  public final boolean isZero(int firstRow, int count) {
    for (int i = firstRow; i < firstRow + count; i++) {
      for (int c = 0; c < rank; c++) {
        if (get(i, c) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Sets whole rows to zero. */
  public abstract void clear(int firstRow, int count);

  /** F += A entry by entry, for an A of the same shape and precision, not modified. */
  public abstract void add(Factor terms);

  /**
   * G += F'F over some rows, in order, in double precision. The sum continues from the values found
   * in G, so that consecutive pieces of F give the bits of the whole.
   *
   * @param gram G (k x k), symmetric, modified
   */
  public abstract void addGram(int firstRow, int count, double[] gram);

  /**
   * The sum of products of corresponding entries of some rows, in order: a part of trace(A'B).
   *
   * @param other B, of the same precision
   * @param otherRow row of B that belongs to {@code firstRow}
   */
  public abstract double dot(int firstRow, int count, Factor other, int otherRow);

  /** Some rows as a factor of their own. */
  public Factor slice(int firstRow, int count) {
    Factor slice = zerosLike(count);
    slice.copyFrom(this, firstRow, 0, count);
    return slice;
  }

  /** A factor with the same numbers. */
  public Factor copy() {
    return slice(0, rows);
  }

  /** F'F (k x k) of all rows. */
  public double[] gram() {
    double[] gram = new double[rank * rank];
    addGram(0, rows, gram);
    return gram;
  }

  /** The sum of each column, rows in order. */
  public double[] columnSums() {
    double[] sums = new double[rank];
    addColumnSums(0, rows, sums, 0);
    return sums;
  }

  /**
   * Adds some rows, in order.
   *
   * @param sums modified from {@code at} on
   */
  public void addColumnSums(int firstRow, int count, double[] sums, int at) {
    for (int i = firstRow; i < firstRow + count; i++) {
      for (int c = 0; c < rank; c++) {
        sums[at + c] += get(i, c);
      }
    }
  }

  /** All entries, row after row. */
  public double[] toArray() {
    double[] all = new double[Shapes.cells(rows, rank)];
    read(0, rows, all);
    return all;
  }

  /** Bytes of its numbers. */
  public long bytes() {
    return (long) rows * rank * precision().bytes();
  }

  static void requireDistinct(Factor input, Factor output) {
    if (input == output) {
      throw new IllegalArgumentException("input and output must be two factors");
    }
  }
}
