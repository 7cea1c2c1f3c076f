package org.sparknmf.engine;

import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.sums.BasisSums;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.FactorMap;

/** A side of a compressed matrix in this JVM; all cores share the parts. */
final class HeldBasisSide extends BasisSide<List<FactorPart>> {
  private List<MatrixBlock> basis;

  HeldBasisSide(List<MatrixBlock> basis, List<FactorPart> start, SideUpdate update) {
    super(update, start, start.size());
    this.basis = basis;
  }

  @Override
  List<FactorPart> made(
      List<FactorPart> from, Partitions.Pairing<MatrixBlock, FactorPart, FactorPart> step) {
    return IntStream.range(0, from.size())
        .parallel()
        .mapToObj(i -> step.apply(basis.get(i), from.get(i)))
        .toList();
  }

  @Override
  List<SumNode> nodes(List<FactorPart> all, int count) {
    int runs = Math.min(count, Runtime.getRuntime().availableProcessors());
    return IntStream.range(0, runs)
        .parallel()
        .mapToObj(
            run -> {
              int from = start(run, runs, count);
              int to = start(run + 1, runs, count);
              return BasisSums.partial(
                  basis.subList(from, to).iterator(), all.subList(from, to).iterator(), count);
            })
        .flatMap(List::stream)
        .toList();
  }

  private static int start(int run, int runs, int parts) {
    return (int) ((long) parts * run / runs);
  }

  @Override
  void release(List<FactorPart> all) {
    // Nothing but this holds them.
  }

  @Override
  void releaseBasis() {
    basis = List.of();
  }

  @Override
  FactorSource source(List<FactorPart> all, FactorMap rounded) {
    return new FactorSource.Held(all.stream().map(part -> part.mapped(rounded)).toList());
  }
}
