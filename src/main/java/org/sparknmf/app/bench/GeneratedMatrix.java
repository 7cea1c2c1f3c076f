package org.sparknmf.app.bench;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.DuplicatePolicy;

/** A matrix for measurements, generated where its blocks will be. */
public final class GeneratedMatrix {
  private static final int CHUNK_ROWS = 1000;

  private GeneratedMatrix() {}

  /**
   * A matrix of Zipf-distributed counts.
   *
   * @param grid shape, rank and partitions
   * @param cellsPerRow cells in each row
   * @param seed of the cells
   */
  public static DistributedMatrix counts(
      BlockGrid grid, int cellsPerRow, long seed, SparkScope scope) {
    GeneratedRows generator = new GeneratedRows(columnsOf(grid), cellsPerRow, seed);
    return generate(grid, generator, scope);
  }

  /**
   * A matrix without zeros, of rank 20.
   *
   * @param grid shape, rank and partitions
   * @param seed of the cells
   */
  public static DistributedMatrix dense(BlockGrid grid, long seed, SparkScope scope) {
    return generate(grid, new DenseRows(columnsOf(grid), seed), scope);
  }

  private static boolean isTurned(BlockGrid grid) {
    return grid.orientation() == Orientation.COLUMNS;
  }

  private static int columnsOf(BlockGrid grid) {
    return isTurned(grid) ? Math.toIntExact(grid.rows()) : grid.columns();
  }

  private static DistributedMatrix generate(
      BlockGrid grid, CellDecoder<Long> generator, SparkScope scope) {
    long rows = isTurned(grid) ? grid.columns() : grid.rows();
    List<Long> chunks = LongStream.rangeClosed(0, (rows - 1) / CHUNK_ROWS).boxed().toList();
    JavaRDD<Long> numbers =
        scope
            .context()
            .parallelize(chunks, grid.partitions())
            .flatMap(
                chunk ->
                    LongStream.range(chunk * CHUNK_ROWS, Math.min(rows, (chunk + 1) * CHUNK_ROWS))
                        .iterator());
    return DistributedMatrix.assemble(numbers, generator, grid, DuplicatePolicy.ERROR, scope);
  }
}
