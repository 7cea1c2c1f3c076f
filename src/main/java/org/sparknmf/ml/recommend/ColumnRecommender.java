package org.sparknmf.ml.recommend;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/**
 * The best rows of each column by the entries of W H. W stays where it is: each task finds the best
 * of its own rows for all columns, and these lists are merged.
 *
 * @param most how many rows for a column
 */
record ColumnRecommender(ColumnShare columns, int most) implements Serializable {

  /**
   * Maps (id, factors, ids of columns to leave out or null) to (id of a column, recommendations).
   *
   * @param rows of W
   */
  JavaRDD<Row> recommend(JavaRDD<Row> rows) {
    return rows.mapPartitions(this::bestOfTask)
        .mapToPair(list -> list)
        .reduceByKey(this::merged)
        .map(column -> RowFactory.create(columns.id(column._1()), rows(column._2())));
  }

  private Iterator<Tuple2<Integer, Tuple2<Object[], double[]>>> bestOfTask(Iterator<Row> rows) {
    ScoredRows batch = columns.scoredRows();
    BestRows[] best = new BestRows[columns.columns()];
    for (int j = 0; j < best.length; j++) {
      best[j] = new BestRows(most);
    }
    while (rows.hasNext()) {
      batch.fill(rows);
      batch.forEachBlock(
          (row, first, width, scores, at) -> {
            for (int j = 0; j < width; j++) {
              if (!batch.isSeen(row, first + j)) {
                best[first + j].add(batch.id(row), scores[at + j]);
              }
            }
          });
    }
    List<Tuple2<Integer, Tuple2<Object[], double[]>>> lists = new ArrayList<>(best.length);
    for (int j = 0; j < best.length; j++) {
      lists.add(new Tuple2<>(j, new Tuple2<>(best[j].ids(), best[j].scores())));
    }
    return lists.iterator();
  }

  private Tuple2<Object[], double[]> merged(
      Tuple2<Object[], double[]> one, Tuple2<Object[], double[]> other) {
    BestRows both = new BestRows(most);
    both.addAll(one._1(), one._2());
    both.addAll(other._1(), other._2());
    return new Tuple2<>(both.ids(), both.scores());
  }

  private static Row[] rows(Tuple2<Object[], double[]> list) {
    Row[] rows = new Row[list._1().length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = RowFactory.create(list._1()[i], list._2()[i]);
    }
    return rows;
  }
}
