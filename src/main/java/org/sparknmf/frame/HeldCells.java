package org.sparknmf.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;

/** Sends cells that the driver has read to the tasks that make blocks of them. */
final class HeldCells implements CellSink {
  /** Numbers of a cell: row, column, value, weight. */
  private static final int WIDTH = 4;

  /** Numbers of one task, whose message stays below the size of which Spark warns. */
  private static final int MOST = 1 << 16;

  private final List<double[]> packed = new ArrayList<>();
  private final double[] numbers = new double[MOST];
  private int count;

  private HeldCells() {}

  /** The cells of some rows of a frame, whose ids are positions. */
  static DirectCells<double[]> of(
      JavaSparkContext context, List<Row> rows, CellDecoder<Row> decoder) {
    HeldCells cells = new HeldCells();
    rows.forEach(row -> decoder.decode(row, cells));
    cells.pack();
    return new DirectCells<>(
        context.parallelize(cells.packed, cells.packed.size()), HeldCells::give);
  }

  private static void give(double[] packed, CellSink sink) {
    for (int i = 0; i < packed.length; i += WIDTH) {
      sink.accept((long) packed[i], (int) packed[i + 1], packed[i + 2], packed[i + 3]);
    }
  }

  @Override
  public void accept(long row, int column, double value, double weight) {
    if (count == MOST) {
      pack();
    }
    numbers[count++] = row;
    numbers[count++] = column;
    numbers[count++] = value;
    numbers[count++] = weight;
  }

  @Override
  public void acceptMirrored(long row, int column, double value) {
    throw new UnsupportedOperationException("mirror images are made where blocks are");
  }

  private void pack() {
    packed.add(Arrays.copyOf(numbers, count));
    count = 0;
  }
}
