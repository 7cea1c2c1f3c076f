package org.sparknmf.engine.factor;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.StripeSums;

/** A factor as an RDD of its parts. */
public final class FactorParts {
  private FactorParts() {}

  /** The sum of each column of a factor: rows in order within a part, then parts in order. */
  public static double[] columnSums(FittedFactor factor, String label) {
    return StripeSums.inOrder(factor.ofParts(label, part -> List.of(part.rows().columnSums())));
  }

  /** All rows of a factor of the columns. */
  public static Factor whole(List<FactorPart> parts, BlockGrid grid) {
    Factor whole = Factor.zeros(grid.precision(), grid.columns(), grid.rank());
    for (FactorPart part : parts) {
      whole.copyFrom(part.rows(), 0, (int) part.firstRow(), part.rows().rows());
    }
    return whole;
  }

  /** Distributes parts, each as a broadcast: a task that carried it might be too large to send. */
  public static JavaRDD<FactorPart> distribute(List<FactorPart> parts, SparkScope scope) {
    JavaSparkContext context = scope.context();
    List<Broadcast<FactorPart>> shared = parts.stream().map(scope::broadcast).toList();
    List<Integer> numbers = IntStream.range(0, parts.size()).boxed().toList();
    int partitions = Math.min(parts.size(), context.defaultParallelism());
    return context.parallelize(numbers, partitions).map(part -> shared.get(part).value());
  }
}
