package org.sparknmf.linalg;

import java.util.Arrays;
import org.sparknmf.linalg.kernel.KernelChoice;
import org.sparknmf.linalg.kernel.Kernels;

/**
 * The normal equations of each row of X over its own stored cells, for a factor A of the columns:
 * the product p = sum of m x a, the Gram matrix G = sum of m a a', and the count c = sum of m, m
 * being the weights of the cells. They are held as one row of p (k numbers), the lower triangle of
 * G row after row (k (k + 1) / 2), and c, and add up over blocks.
 */
public final class NormalEquations {
  private static final Kernels KERNELS = KernelChoice.ACTIVE;

  /** Rows of A that are multiplied at a time, in numbers: half of the first cache. */
  private static final int GATHERED = 2048;

  private final int rank;
  private final int most;
  private final double[] gathered;
  private final double[] weighted;
  private final double[] products = new double[CellRuns.SPREAD];
  private final double[] gram;

  private NormalEquations(int rank, boolean hasWeights) {
    this.rank = rank;
    this.most = Math.max(1, GATHERED / rank);
    this.gathered = new double[most * rank];
    this.weighted = hasWeights ? new double[most * rank] : null;
    this.gram = new double[rank * rank];
  }

  /** Numbers for each row; more than an array holds are told as the largest int. */
  public static int width(int rank) {
    return (int) Math.min(Integer.MAX_VALUE, rank * (rank + 3L) / 2 + 1);
  }

  /** Spreads out G + ridge I (k x k) for the Gram matrix G of the row that begins at {@code at}. */
  public static void gram(double[] terms, int at, int rank, double ridge, double[] target) {
    int p = at + rank;
    for (int a = 0; a < rank; a++) {
      for (int b = 0; b <= a; b++) {
        double g = terms[p++];
        target[a * rank + b] = g;
        target[b * rank + a] = g;
      }
      target[a * rank + a] += ridge;
    }
  }

  /** The count c of the row that begins at {@code at}. */
  public static double count(double[] terms, int at, int rank) {
    return terms[at + width(rank) - 1];
  }

  /**
   * Adds those of some rows of a matrix.
   *
   * @param cells the matrix
   * @param fromRow first row
   * @param toRow one beyond the last
   * @param factor A, not modified
   * @param sums modified: one row for each row of the matrix
   */
  static void add(CompactRows cells, int fromRow, int toRow, WideRows factor, WideRows sums) {
    NormalEquations equations = new NormalEquations(factor.rank(), cells.hasWeights());
    int from = cells.stored(fromRow);
    CellRuns runs = new CellRuns(cells, from, cells.stored(toRow), Precision.DOUBLE);
    while (runs.next()) {
      equations.add(runs, factor, sums.entries(), sums.at(runs.row()));
    }
  }

  private void add(CellRuns runs, WideRows factor, double[] sums, int at) {
    double count = sums[at + width(rank) - 1];
    double[] values = runs.values;
    if (runs.weights == null) {
      count += runs.to() - runs.from();
    } else {
      for (int p = runs.from(); p < runs.to(); p++) {
        products[p] = runs.weights[p] * runs.values[p];
        count += runs.weights[p];
      }
      values = products;
    }
    KERNELS.gather(
        runs.ids, values, runs.from(), runs.to(), factor.entries(), factor.at(0), rank, sums, at);
    gram(sums, at, rank, 0, gram);
    for (int p = runs.from(); p < runs.to(); p += most) {
      addGram(runs, p, Math.min(most, runs.to() - p), factor);
    }
    pack(sums, at + rank);
    sums[at + width(rank) - 1] = count;
  }

  private void addGram(CellRuns runs, int from, int count, WideRows factor) {
    double[] entries = factor.entries();
    for (int p = 0; p < count; p++) {
      System.arraycopy(entries, factor.at(runs.ids[from + p]), gathered, p * rank, rank);
    }
    if (weighted == null) {
      KERNELS.gram(gathered, 0, count, rank, gram);
      return;
    }
    for (int p = 0; p < count; p++) {
      double weight = runs.weights[from + p];
      for (int c = p * rank; c < (p + 1) * rank; c++) {
        weighted[c] = weight * gathered[c];
      }
    }
    KERNELS.denseTransposedTimes(weighted, 0, rank, count, rank, gathered, 0, rank, gram, 0);
  }

  private void pack(double[] sums, int from) {
    int p = from;
    for (int a = 0; a < rank; a++) {
      System.arraycopy(gram, a * rank, sums, p, a + 1);
      p += a + 1;
    }
  }

  /** Adds what a row f of a factor and its terms come to. */
  private interface RowNumber {
    double add(double[] terms, double[] f, double before);
  }

  private static double addUp(
      Factor terms, int termsRow, int count, Factor factor, int row, RowNumber number) {
    double[] own = new double[factor.rank()];
    double[] brought = new double[terms.rank()];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      factor.read(row + i, 1, own);
      terms.read(termsRow + i, 1, brought);
      sum = number.add(brought, own, sum);
    }
    return sum;
  }

  /**
   * The sum over some rows f of a factor of p f' - f G f' / 2, in order: by so much the squares of
   * the cells, m (x - f a')^2 / 2, are less than m x^2 / 2.
   *
   * @param terms of those rows, not modified
   * @param factor not modified
   */
  public static double explained(Factor terms, int termsRow, int count, Factor factor, int row) {
    return addUp(terms, termsRow, count, factor, row, NormalEquations::explained);
  }

  private static double explained(double[] terms, double[] f, double before) {
    int rank = f.length;
    double sum = before;
    int p = rank;
    for (int a = 0; a < rank; a++) {
      double part = 0;
      for (int b = 0; b < a; b++) {
        part = Math.fma(terms[p++], f[b], part);
      }
      part = Math.fma(terms[p++], f[a] / 2, part);
      sum = Math.fma(f[a], terms[a] - part, sum);
    }
    return sum;
  }

  /**
   * The sum over some rows f of a factor of b c ||f||^2 / 2 + a trace(G) / 2, in order: penalties a
   * on the rows of A and b on those of f, for each cell that is known.
   *
   * @param terms of those rows, not modified
   * @param factor not modified
   */
  public static double charged(
      Factor terms, int termsRow, int count, Factor factor, int row, double a, double b) {
    return addUp(
        terms,
        termsRow,
        count,
        factor,
        row,
        (brought, own, before) -> before + charged(brought, own, a, b));
  }

  private static double charged(double[] terms, double[] f, double a, double b) {
    double squares = 0;
    double trace = 0;
    int p = f.length - 1;
    for (int t = 0; t < f.length; t++) {
      squares = Math.fma(f[t], f[t], squares);
      p += t + 1;
      trace += terms[p];
    }
    return Math.fma(b * count(terms, 0, f.length), squares, a * trace) / 2;
  }

  /**
   * The gradient f G - p of some rows f of a factor.
   *
   * @param factor holds f from row {@code row} on, not modified
   * @param terms holds theirs from row {@code termsRow} on, not modified
   * @param gradient (rows x k) overwritten from its beginning
   */
  public static void gradient(
      double[] factor,
      int row,
      int count,
      int rank,
      double[] terms,
      int termsRow,
      double[] gradient) {
    int width = width(rank);
    Arrays.fill(gradient, 0, count * rank, 0);
    for (int i = 0; i < count; i++) {
      int f = (row + i) * rank;
      int g = i * rank;
      int p = (termsRow + i) * width + rank;
      for (int a = 0; a < rank; a++) {
        double part = gradient[g + a];
        for (int b = 0; b < a; b++) {
          double entry = terms[p++];
          part = Math.fma(entry, factor[f + b], part);
          gradient[g + b] = Math.fma(entry, factor[f + a], gradient[g + b]);
        }
        gradient[g + a] = Math.fma(terms[p++], factor[f + a], part);
      }
      for (int a = 0; a < rank; a++) {
        gradient[g + a] -= terms[(termsRow + i) * width + a];
      }
    }
  }
}
