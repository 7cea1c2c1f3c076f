package org.sparknmf.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.engine.matrix.CellSink;
import scala.Tuple2;

/** Generated rows as sparse vectors of Spark ML. */
record GeneratedVectors(GeneratedRows generator) implements Function<Long, Row> {
  @Override
  public Row call(Long row) {
    Cells cells = new Cells();
    generator.decode(row, cells);
    return RowFactory.create(Vectors.sparse(generator.columns(), cells.found));
  }

  /** Collects the cells of one row. */
  private static final class Cells implements CellSink {
    private final List<Tuple2<Integer, Double>> found = new ArrayList<>();

    @Override
    public void accept(long row, int column, double value, double weight) {
      found.add(new Tuple2<>(column, value));
    }

    @Override
    public void acceptMirrored(long row, int column, double value) {
      throw new UnsupportedOperationException("generated rows have no mirror images");
    }
  }
}
