package org.sparknmf.extension;

import org.sparknmf.linalg.CellTerms;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Denominators;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.fold.FoldIn;
import org.sparknmf.solver.fold.RatioFolder;
import org.sparknmf.solver.fold.RowFolder;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.loss.RatioLoss;

/**
 * The sum of sqrt((x - y)^2 + 1) - 1: an absolute error with a round bottom, which is no
 * beta-divergence. With v = 1 / sqrt((x - y)^2 + 1) its slope is v y - v x; v (x - y)^2 / 2 is a
 * majorizer, since the root is concave in the square, so that multiplicative updates by N / D never
 * let it rise.
 */
public record SmoothedAbsolute() implements Divergence {

  @Override
  public String name() {
    return "smoothed-absolute";
  }

  @Override
  public boolean servesMissingCells() {
    return true;
  }

  @Override
  public boolean servesZeros() {
    return true;
  }

  @Override
  public Loss of(MatrixSummary x, Precision precision, boolean knownOnly, TermForm form) {
    return new RatioLoss(new Cells(!knownOnly));
  }

  @Override
  public Denominators denominators(boolean knownOnly) {
    return Denominators.TERMS;
  }

  @Override
  public double exponent() {
    return 1;
  }

  @Override
  public RowFolder folder(FoldIn model, boolean knownOnly) {
    return new RatioFolder(model, SmoothedAbsolute::slope, 1);
  }

  static double loss(double x, double y) {
    return Math.sqrt((x - y) * (x - y) + 1) - 1;
  }

  private static double slope(double x, double y) {
    return 1 / Math.sqrt((x - y) * (x - y) + 1);
  }

  /** Cells with a = v x, b = v y. */
  private static final class Cells implements CellTerms {
    private static final long serialVersionUID = 1L;

    private final boolean everyCell;

    Cells(boolean everyCell) {
      this.everyCell = everyCell;
    }

    @Override
    public int outputs() {
      return 2;
    }

    @Override
    public boolean everyCell() {
      return everyCell;
    }

    @Override
    public void coefficients(
        double[] values,
        double[] weights,
        double[] fitted,
        int from,
        int to,
        double[] first,
        double[] second) {
      for (int p = from; p < to; p++) {
        double slope = slope(values[p], fitted[p]);
        first[p] = slope * values[p];
        second[p] = slope * fitted[p];
      }
    }

    @Override
    public double addLoss(
        double[] values, double[] weights, double[] fitted, int from, int to, double sum) {
      double total = sum;
      for (int p = from; p < to; p++) {
        total += loss(values[p], fitted[p]);
      }
      return total;
    }
  }
}
