package org.sparknmf.engine;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.BasisSums;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.FactorMap;

/** A side of a compressed matrix on the executors. */
final class DistributedBasisSide extends BasisSide<JavaRDD<FactorPart>> {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();

  private final SparkScope scope;
  private final JavaRDD<MatrixBlock> basis;

  DistributedBasisSide(
      JavaRDD<FactorPart> basis,
      JavaRDD<FactorPart> start,
      SideUpdate update,
      int parts,
      SparkScope scope) {
    super(update, scope.persist(start, "start of the compressed iterations", LEVEL), parts);
    this.scope = scope;
    this.basis = scope.persist(basis.map(BasisSide::block), "basis of the compressed X", LEVEL);
  }

  @Override
  JavaRDD<FactorPart> made(
      JavaRDD<FactorPart> from, Partitions.Pairing<MatrixBlock, FactorPart, FactorPart> step) {
    return scope.persist(
        Partitions.paired(basis, from, step), "factor of a compressed iteration", LEVEL);
  }

  @Override
  List<SumNode> nodes(JavaRDD<FactorPart> all, int count) {
    return Partitions.collected(
        Partitions.zipped(
            basis, all, (own, rows) -> BasisSums.partial(own, rows, count).iterator()));
  }

  @Override
  void release(JavaRDD<FactorPart> all) {
    scope.release(all);
  }

  @Override
  void releaseBasis() {
    scope.release(basis);
  }

  @Override
  FactorSource source(JavaRDD<FactorPart> all, FactorMap rounded) {
    return new FactorSource.Distributed(all.map(part -> part.mapped(rounded)));
  }
}
