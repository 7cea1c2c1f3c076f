package org.sparknmf.app.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FittedFactor;
import org.sparknmf.engine.inspect.SliceErrors;
import org.sparknmf.fit.Factorization;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.report.Figures;

/** The first rows of X beside those of W H, where X is narrow enough to show them. */
final class SampleRows {
  private static final int MOST = 8;
  private static final int MOST_COLUMNS = 4096;
  private static final MathContext DIGITS = new MathContext(4);

  private final NumberedMatrix matrix;
  private final Factorization fit;
  private final int size;

  SampleRows(NumberedMatrix matrix, Factorization fit) {
    this.matrix = matrix;
    this.fit = fit;
    this.size =
        matrix.columns().size() <= MOST_COLUMNS ? (int) Math.min(MOST, matrix.rows().size()) : 0;
  }

  /** How many there are; 0 where X is too wide. */
  int size() {
    return size;
  }

  /**
   * The rows.
   *
   * @param cells their stored cells
   */
  List<Figures.SampleRow> of(List<SliceErrors.Cell> cells) {
    int columns = (int) matrix.columns().size();
    int rank = matrix.x().grid().rank();
    boolean missing = matrix.x().grid().emptyCells() == EmptyCells.MISSING;
    double[] w = rows(fit.w(), size, rank);
    double[] ht = rows(fit.h(), columns, rank);
    Map<Long, Object> ids = matrix.rows().ids(LongStream.range(0, size).boxed().toList());
    List<Figures.SampleRow> sample = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Double> original =
          new ArrayList<>(Collections.nCopies(columns, missing ? null : Double.valueOf(0)));
      for (SliceErrors.Cell cell : cells) {
        if (cell.row() == i) {
          original.set((int) cell.column(), rounded(cell.value()));
        }
      }
      List<Double> fitted = new ArrayList<>(columns);
      for (int j = 0; j < columns; j++) {
        fitted.add(rounded(dot(w, i * rank, ht, j * rank, rank)));
      }
      sample.add(new Figures.SampleRow(ids.get((long) i), original, fitted));
    }
    return sample;
  }

  /** The first rows of a factor. */
  static double[] rows(FittedFactor factor, int count, int rank) {
    double[] all = new double[count * rank];
    List<FactorPart> parts =
        factor.ofParts(
            "first rows of a factor", part -> part.firstRow() < count ? List.of(part) : List.of());
    for (FactorPart part : parts) {
      double[] own = part.rows().toArray();
      int first = (int) part.firstRow() * rank;
      System.arraycopy(own, 0, all, first, Math.min(own.length, all.length - first));
    }
    return all;
  }

  private static double dot(double[] w, int atW, double[] ht, int atH, int rank) {
    double sum = 0;
    for (int c = 0; c < rank; c++) {
      sum = Math.fma(w[atW + c], ht[atH + c], sum);
    }
    return sum;
  }

  private static double rounded(double number) {
    return new BigDecimal(number).round(DIGITS).doubleValue();
  }
}
