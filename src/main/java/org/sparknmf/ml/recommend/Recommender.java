package org.sparknmf.ml.recommend;

import java.io.Serializable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The best columns of each row by the entries of W H.
 *
 * @param most how many columns for a row
 */
record Recommender(ColumnShare columns, int most) implements Serializable {

  /**
   * Maps (id, factors, ids of columns to leave out or null) to (id, recommendations), lazily.
   *
   * @param rows of W
   */
  Iterator<Row> recommend(Iterator<Row> rows) {
    return new RowBatches(rows);
  }

  private final class RowBatches implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final ScoredRows batch = columns.scoredRows();
    private final BestEntries[] best = new BestEntries[ScoredRows.MOST];
    private int next;

    RowBatches(Iterator<Row> rows) {
      this.rows = rows;
      for (int i = 0; i < best.length; i++) {
        best[i] = new BestEntries(most);
      }
    }

    @Override
    public boolean hasNext() {
      if (next == batch.size() && rows.hasNext()) {
        next = 0;
        batch.fill(rows);
        for (int i = 0; i < batch.size(); i++) {
          best[i].clear();
        }
        batch.forEachBlock(this::take);
      }
      return next < batch.size();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      BestEntries entries = best[next];
      Row[] recommendations = new Row[entries.size()];
      for (int i = 0; i < recommendations.length; i++) {
        recommendations[i] = RowFactory.create(columns.id(entries.number(i)), entries.score(i));
      }
      return RowFactory.create(batch.id(next++), recommendations);
    }

    private void take(int row, int first, int width, double[] scores, int at) {
      BestEntries entries = best[row];
      for (int j = 0; j < width; j++) {
        double score = scores[at + j];
        if (entries.wouldKeep(score) && !batch.isSeen(row, first + j)) {
          entries.add(first + j, score);
        }
      }
    }
  }
}
