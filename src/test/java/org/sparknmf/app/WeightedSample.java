package org.sparknmf.app;

import org.sparknmf.testing.SampleMatrix;

/** TF-IDF by the formula of scikit-learn's TfidfTransformer, written down naively. */
final class WeightedSample {
  private WeightedSample() {}

  /** ln((1 + m) / (1 + df)) + 1 for each column. */
  static double[] idf(SampleMatrix counts) {
    double[] frequency = new double[counts.columns().size()];
    counts.cells().forEach(cell -> frequency[cell.column()]++);
    double rows = counts.rows().size();
    double[] idf = new double[frequency.length];
    for (int j = 0; j < idf.length; j++) {
      idf[j] = Math.log((1 + rows) / (1 + frequency[j])) + 1;
    }
    return idf;
  }

  /** Counts times idf, each row to unit length. */
  static SampleMatrix of(SampleMatrix counts) {
    double[] idf = idf(counts);
    double[] squares = new double[counts.rows().size()];
    counts
        .cells()
        .forEach(cell -> squares[cell.row()] += Math.pow(cell.value() * idf[cell.column()], 2));
    return counts.map(cell -> cell.value() * idf[cell.column()] / Math.sqrt(squares[cell.row()]));
  }
}
