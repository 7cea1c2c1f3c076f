package org.sparknmf.linalg;

import java.util.Arrays;

/** A factor in double precision. */
public final class DoubleFactor extends Factor {
  private static final long serialVersionUID = 1L;

  private final double[] entries;

  DoubleFactor(double[] entries, int rows, int rank) {
    super(rows, rank);
    this.entries = entries;
  }

  /** A factor of the given numbers, row-major; the array is taken as it is. */
  public static DoubleFactor of(double[] entries, int rank) {
    return new DoubleFactor(entries, entries.length / rank, rank);
  }

  /** The numbers themselves, row-major, shared with the factor: a change of them changes it. */
  public double[] entries() {
    return entries;
  }

  @Override
  public Precision precision() {
    return Precision.DOUBLE;
  }

  @Override
  public double get(int row, int component) {
    return entries[row * rank() + component];
  }

  @Override
  public void read(int firstRow, int count, double[] target) {
    System.arraycopy(entries, firstRow * rank(), target, 0, count * rank());
  }

  @Override
  public void write(int firstRow, int count, double[] source) {
    System.arraycopy(source, 0, entries, firstRow * rank(), count * rank());
  }

  @Override
  public void copyFrom(Factor source, int sourceRow, int row, int count) {
    double[] from = ((DoubleFactor) source).entries;
    System.arraycopy(from, sourceRow * rank(), entries, row * rank(), count * rank());
  }

  @Override
  public void clear(int firstRow, int count) {
    Arrays.fill(entries, firstRow * rank(), (firstRow + count) * rank(), 0);
  }

  @Override
  public void add(Factor terms) {
    double[] added = ((DoubleFactor) terms).entries;
    for (int p = 0; p < entries.length; p++) {
      entries[p] += added[p];
    }
  }

  @Override
  public void addGram(int firstRow, int count, double[] gram) {
    TallFactor.addGram(entries, firstRow, count, rank(), gram);
  }

  @Override
  public double dot(int firstRow, int count, Factor other, int otherRow) {
    double[] others = ((DoubleFactor) other).entries;
    int from = firstRow * rank();
    int shift = otherRow * rank() - from;
    double sum = 0;
    for (int p = from; p < from + count * rank(); p++) {
      sum = Math.fma(entries[p], others[p + shift], sum);
    }
    return sum;
  }
}
