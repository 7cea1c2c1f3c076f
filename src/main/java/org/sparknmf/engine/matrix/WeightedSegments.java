package org.sparknmf.engine.matrix;

import java.util.Iterator;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.solver.TfIdf;

/** TF-IDF, segment by segment. */
final class WeightedSegments {
  private WeightedSegments() {}

  static Segment weigh(Segment counts, TfIdf weights, BlockGrid grid) {
    int columns = counts.blocks()[0].x().columns();
    CsrBuilder all = new CsrBuilder(counts.rows(), columns);
    for (Segment.RowBlock block : counts.blocks()) {
      CsrMatrix rows = weights.weigh(block.x());
      for (int i = 0; i < rows.rows(); i++) {
        for (int p = rows.rowStart(i); p < rows.rowStart(i + 1); p++) {
          all.add(block.start() + i, rows.columnIds()[p], rows.values()[p]);
        }
      }
    }
    CsrMatrix weighted = all.build(DuplicatePolicy.ERROR);
    return Segment.of(counts.index(), weighted, grid, counts.summary().given());
  }

  static long[] countRows(Iterator<Segment> segments, int columns) {
    long[] counts = new long[columns];
    int[] rowColumns = new int[columns];
    double[] rowValues = new double[columns];
    while (segments.hasNext()) {
      for (Segment.RowBlock block : segments.next().blocks()) {
        for (int i = 0; i < block.x().rows(); i++) {
          int cells = block.x().copyRow(i, rowColumns, rowValues);
          for (int p = 0; p < cells; p++) {
            counts[rowColumns[p]]++;
          }
        }
      }
    }
    return counts;
  }

  static long[] addCounts(long[] a, long[] b) {
    long[] sum = a.clone();
    for (int j = 0; j < sum.length; j++) {
      sum[j] += b[j];
    }
    return sum;
  }
}
