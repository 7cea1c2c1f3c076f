package org.sparknmf.ml.recommend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.sparknmf.linalg.ProductBlocks;

/**
 * Some rows of W and their rows of W H, which are formed for {@link #MOST} rows and one block of
 * columns at a time.
 */
final class ScoredRows {
  /** Rows side by side. */
  static final int MOST = 64;

  private final ProductBlocks h;
  private final Map<Object, Integer> numbers;
  private final double[] w;
  private final double[] products = new double[MOST * ProductBlocks.WIDTH];
  private final List<Object> ids = new ArrayList<>();
  private final List<Set<Integer>> seen = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param numbers of the columns, by id
   */
  ScoredRows(ProductBlocks h, Map<Object, Integer> numbers) {
    this.h = h;
    this.numbers = numbers;
    this.w = new double[MOST * h.rank()];
  }

  /** Takes the next rows (id, factors, ids of columns to leave out or null) in place of the old. */
  void fill(Iterator<Row> rows) {
    ids.clear();
    seen.clear();
    while (ids.size() < MOST && rows.hasNext()) {
      Row row = rows.next();
      int at = ids.size() * h.rank();
      for (double factor : row.<Double>getList(1)) {
        w[at++] = factor;
      }
      ids.add(row.get(0));
      seen.add(numbersOf(row));
    }
  }

  private Set<Integer> numbersOf(Row row) {
    Set<Integer> found = new HashSet<>();
    if (!row.isNullAt(2)) {
      for (Object id : row.getList(2)) {
        Integer number = numbers.get(id);
        if (number != null) {
          found.add(number);
        }
      }
    }
    return found;
  }

  int size() {
    return ids.size();
  }

  Object id(int row) {
    return ids.get(row);
  }

  /** Whether a column is to be left out of a row. */
  boolean isSeen(int row, int column) {
    return seen.get(row).contains(column);
  }

  /** Forms the rows of W H. */
  void forEachBlock(BlockUse use) {
    for (int block = 0; block < h.count(); block++) {
      h.products(w, size(), block, products);
      int first = block * ProductBlocks.WIDTH;
      int width = Math.min(ProductBlocks.WIDTH, h.columns() - first);
      for (int row = 0; row < size(); row++) {
        use.accept(row, first, width, products, row * ProductBlocks.WIDTH);
      }
    }
  }

  /** What is done with some columns of one row. */
  @FunctionalInterface
  interface BlockUse {
    /**
     * Takes them.
     *
     * @param row place of the row in the batch
     * @param first number of the first column
     * @param width how many columns
     * @param scores not modified
     * @param at where they begin
     */
    void accept(int row, int first, int width, double[] scores, int at);
  }
}
