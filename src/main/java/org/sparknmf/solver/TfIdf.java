package org.sparknmf.solver;

import java.io.Serializable;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.MatrixBlock;

/**
 * Counts to weights as scikit-learn's TfidfTransformer does by default: x_ij (ln((1 + m) / (1 +
 * df_j)) + 1), then each row to unit length; df_j is the number of rows with a cell in column j.
 */
public final class TfIdf implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] idf;

  /**
   * Weights for a matrix of m rows.
   *
   * @param rows m
   * @param documentFrequencies df, one for each column, not modified
   */
  public TfIdf(long rows, long[] documentFrequencies) {
    this.idf = new double[documentFrequencies.length];
    for (int j = 0; j < idf.length; j++) {
      idf[j] = StrictMath.log((1.0 + rows) / (1.0 + documentFrequencies[j])) + 1;
    }
  }

  private TfIdf(double[] idf) {
    this.idf = idf;
  }

  /**
   * Weights that were stored.
   *
   * @param idf one for each column, not modified from now on
   */
  public static TfIdf of(double[] idf) {
    return new TfIdf(idf);
  }

  /** The inverse document frequency of each column, not to be modified. */
  public double[] idf() {
    return idf;
  }

  /** The block with weights in place of counts. */
  public CsrMatrix weigh(MatrixBlock counts) {
    int[] columns = new int[counts.columns()];
    double[] values = new double[counts.columns()];
    CsrBuilder weighted = new CsrBuilder(counts.rows(), counts.columns());
    for (int i = 0; i < counts.rows(); i++) {
      int count = counts.copyRow(i, columns, values);
      weigh(columns, values, count);
      for (int p = 0; p < count; p++) {
        weighted.add(i, columns[p], values[p]);
      }
    }
    return weighted.build(DuplicatePolicy.ERROR);
  }

  /**
   * One row: weights in place of counts. A row of zeros stays as it is.
   *
   * @param columns of its cells, not modified
   * @param values of its cells, overwritten
   * @param count how many cells
   */
  public void weigh(int[] columns, double[] values, int count) {
    double squares = 0;
    for (int p = 0; p < count; p++) {
      values[p] *= idf[columns[p]];
      squares = Math.fma(values[p], values[p], squares);
    }
    if (squares == 0) {
      return;
    }
    double length = Math.sqrt(squares);
    for (int p = 0; p < count; p++) {
      values[p] /= length;
    }
  }
}
