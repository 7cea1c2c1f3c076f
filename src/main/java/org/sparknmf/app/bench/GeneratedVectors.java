package org.sparknmf.app.bench;

import java.util.Arrays;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.sparknmf.engine.matrix.CellSink;

/** Generated rows as sparse vectors of Spark ML. */
final class GeneratedVectors implements Function<Long, Row> {
  private static final long serialVersionUID = 1L;

  private final GeneratedRows generator;
  private final int columns;

  GeneratedVectors(GeneratedRows generator, int columns) {
    this.generator = generator;
    this.columns = columns;
  }

  @Override
  public Row call(Long row) {
    Cells cells = new Cells();
    generator.decode(row, cells);
    int[] positions = Arrays.copyOf(cells.columns, cells.count);
    double[] values = Arrays.copyOf(cells.values, cells.count);
    return RowFactory.create(Vectors.sparse(columns, positions, values));
  }

  /** Collects the cells of one row, whose columns ascend. */
  private static final class Cells implements CellSink {
    private int[] columns = new int[64];
    private double[] values = new double[64];
    private int count;

    @Override
    public void accept(long row, int column, double value, double weight) {
      if (count == columns.length) {
        columns = Arrays.copyOf(columns, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      columns[count] = column;
      values[count++] = value;
    }

    @Override
    public void acceptMirrored(long row, int column, double value) {
      throw new UnsupportedOperationException("generated rows have no mirror images");
    }
  }
}
