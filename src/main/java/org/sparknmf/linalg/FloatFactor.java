package org.sparknmf.linalg;

import java.util.Arrays;

/** A factor in single precision. What is summed over many rows is summed in double. */
public final class FloatFactor extends Factor {
  private static final long serialVersionUID = 1L;

  /** Rows that are widened at a time. */
  private static final int WINDOW = 64;

  private final float[] entries;

  FloatFactor(float[] entries, int rows, int rank) {
    super(rows, rank);
    this.entries = entries;
  }

  /** The numbers themselves, row-major, shared with the factor: a change of them changes it. */
  float[] entries() {
    return entries;
  }

  @Override
  public Precision precision() {
    return Precision.SINGLE;
  }

  @Override
  public double get(int row, int component) {
    return entries[row * rank() + component];
  }

  @Override
  public void read(int firstRow, int count, double[] target) {
    int from = firstRow * rank();
    for (int p = 0; p < count * rank(); p++) {
      target[p] = entries[from + p];
    }
  }

  @Override
  public void write(int firstRow, int count, double[] source) {
    int from = firstRow * rank();
    for (int p = 0; p < count * rank(); p++) {
      entries[from + p] = (float) source[p];
    }
  }

  @Override
  public void copyFrom(Factor source, int sourceRow, int row, int count) {
    float[] from = ((FloatFactor) source).entries;
    System.arraycopy(from, sourceRow * rank(), entries, row * rank(), count * rank());
  }

  @Override
  public void clear(int firstRow, int count) {
    Arrays.fill(entries, firstRow * rank(), (firstRow + count) * rank(), 0);
  }

  @Override
  public void add(Factor terms) {
    float[] added = ((FloatFactor) terms).entries;
    for (int p = 0; p < entries.length; p++) {
      entries[p] += added[p];
    }
  }

  @Override
  public void addGram(int firstRow, int count, double[] gram) {
    double[] window = new double[WINDOW * rank()];
    for (int i = 0; i < count; i += WINDOW) {
      int height = Math.min(WINDOW, count - i);
      read(firstRow + i, height, window);
      TallFactor.addGram(window, 0, height, rank(), gram);
    }
  }

  @Override
  public double dot(int firstRow, int count, Factor other, int otherRow) {
    float[] others = ((FloatFactor) other).entries;
    int from = firstRow * rank();
    int shift = otherRow * rank() - from;
    double sum = 0;
    for (int p = from; p < from + count * rank(); p++) {
      sum = Math.fma((double) entries[p], (double) others[p + shift], sum);
    }
    return sum;
  }
}
