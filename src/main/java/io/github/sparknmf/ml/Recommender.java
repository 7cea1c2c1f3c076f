package io.github.sparknmf.ml;

import io.github.sparknmf.linalg.ProductBlocks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The best columns of each row by the entries of W H, which is formed for {@link #ROWS} rows and
 * some columns at a time.
 */
final class Recommender implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 64;

  private final Broadcast<ProductBlocks> h;
  private final Broadcast<Object[]> ids;
  private final Broadcast<Map<Object, Integer>> numbers;
  private final int most;

  /**
   * For a model.
   *
   * @param ids of the columns, by number
   * @param numbers the other way round
   * @param most how many columns for a row
   */
  Recommender(
      Broadcast<ProductBlocks> h,
      Broadcast<Object[]> ids,
      Broadcast<Map<Object, Integer>> numbers,
      int most) {
    this.h = h;
    this.ids = ids;
    this.numbers = numbers;
    this.most = most;
  }

  /**
   * From (id, factors, ids of columns to leave out or null) to (id, recommendations), lazily.
   *
   * @param rows of W
   */
  Iterator<Row> recommend(Iterator<Row> rows) {
    return new Batches(rows);
  }

  private final class Batches implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final double[] w = new double[ROWS * h.getValue().rank()];
    private final double[] products = new double[ROWS * ProductBlocks.WIDTH];
    private final BestEntries[] best = new BestEntries[ROWS];
    private final List<Row> batch = new ArrayList<>();
    private final List<Set<Integer>> seen = new ArrayList<>();
    private int next;

    Batches(Iterator<Row> rows) {
      this.rows = rows;
      for (int i = 0; i < ROWS; i++) {
        best[i] = new BestEntries(most);
      }
    }

    @Override
    public boolean hasNext() {
      if (next == batch.size() && rows.hasNext()) {
        fill();
        score();
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
        recommendations[i] = RowFactory.create(ids.getValue()[entries.number(i)], entries.score(i));
      }
      return RowFactory.create(batch.get(next++).get(0), recommendations);
    }

    private void fill() {
      batch.clear();
      seen.clear();
      next = 0;
      int rank = h.getValue().rank();
      while (batch.size() < ROWS && rows.hasNext()) {
        Row row = rows.next();
        int at = batch.size() * rank;
        for (double factor : row.<Double>getList(1)) {
          w[at++] = factor;
        }
        best[batch.size()].clear();
        batch.add(row);
        seen.add(numbersOf(row));
      }
    }

    private Set<Integer> numbersOf(Row row) {
      Set<Integer> found = new HashSet<>();
      if (!row.isNullAt(2)) {
        for (Object id : row.getList(2)) {
          Integer number = numbers.getValue().get(id);
          if (number != null) {
            found.add(number);
          }
        }
      }
      return found;
    }

    private void score() {
      ProductBlocks blocks = h.getValue();
      for (int block = 0; block < blocks.count(); block++) {
        blocks.products(w, batch.size(), block, products);
        int first = block * ProductBlocks.WIDTH;
        int width = Math.min(ProductBlocks.WIDTH, blocks.columns() - first);
        for (int i = 0; i < batch.size(); i++) {
          take(best[i], seen.get(i), i * ProductBlocks.WIDTH, first, width);
        }
      }
    }

    private void take(BestEntries entries, Set<Integer> leftOut, int at, int first, int width) {
      for (int j = 0; j < width; j++) {
        double score = products[at + j];
        if (entries.wouldKeep(score) && !leftOut.contains(first + j)) {
          entries.add(first + j, score);
        }
      }
    }
  }
}
