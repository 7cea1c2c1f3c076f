package org.sparknmf.app.bench;

import java.util.SplittableRandom;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;

/**
 * Rows of W H with W (m x 20) and H (20 x n) uniform in [0, 1), rounded to six places, for
 * measurements on dense data. A cell depends on the seed, its row and its column alone.
 */
final class DenseRows implements CellDecoder<Long> {
  private static final long serialVersionUID = 1L;
  private static final int RANK = 20;
  private static final double PLACES = 1e6;

  private final int columns;
  private final long seed;
  private transient double[] ht;

  DenseRows(int columns, long seed) {
    this.columns = columns;
    this.seed = seed;
  }

  @Override
  public void decode(Long row, CellSink sink) {
    if (ht == null) {
      ht = plantedH();
    }
    double[] w = uniform(row);
    for (int j = 0; j < columns; j++) {
      double sum = 0;
      for (int c = 0; c < RANK; c++) {
        sum += w[c] * ht[j * RANK + c];
      }
      sink.accept(row, j, Math.rint(sum * PLACES) / PLACES);
    }
  }

  private double[] plantedH() {
    double[] all = new double[columns * RANK];
    for (int j = 0; j < columns; j++) {
      System.arraycopy(uniform(-1L - j), 0, all, j * RANK, RANK);
    }
    return all;
  }

  /** Rows have the numbers from 0, columns those below. */
  private double[] uniform(long number) {
    SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    double[] values = new double[RANK];
    for (int c = 0; c < RANK; c++) {
      values[c] = random.nextDouble();
    }
    return values;
  }
}
