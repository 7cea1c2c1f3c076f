package org.sparknmf.engine;

import java.util.List;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.spark.Partitions;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.engine.sums.BasisSums;
import org.sparknmf.engine.sums.SumNode;
import org.sparknmf.linalg.DenseBlock;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.FactorSums;
import org.sparknmf.solver.loop.CompressedSide;

/**
 * One side of a compressed matrix, in parts: of the rows those of the segments of X, of the columns
 * the stripes. Their sums follow one tree, wherever the parts are.
 *
 * @param <P> all parts of a factor
 */
abstract sealed class BasisSide<P> implements CompressedSide
    permits HeldBasisSide, DistributedBasisSide {
  private final SideUpdate update;
  private final int parts;
  private P factor;
  private P before;

  BasisSide(SideUpdate update, P factor, int parts) {
    this.update = update;
    this.factor = factor;
    this.parts = parts;
  }

  /**
   * A side where the plan keeps the factor.
   *
   * @param basis A, in double precision
   * @param start start values of F, in double precision, in the same place
   * @param parts how many each has
   */
  static BasisSide<?> of(
      FactorSource basis, FactorSource start, SideUpdate update, int parts, SparkScope scope) {
    if (basis instanceof FactorSource.Held held) {
      return new HeldBasisSide(
          held.parts().stream().map(BasisSide::block).toList(),
          ((FactorSource.Held) start).parts(),
          update);
    }
    return new DistributedBasisSide(
        ((FactorSource.Distributed) basis).parts(),
        ((FactorSource.Distributed) start).parts(),
        update,
        parts,
        scope);
  }

  static MatrixBlock block(FactorPart part) {
    return DenseBlock.of((DoubleFactor) part.rows());
  }

  /** All parts, made from those of a factor and of the basis. */
  abstract P made(P from, Partitions.Pairing<MatrixBlock, FactorPart, FactorPart> step);

  /**
   * What the parts add up to, as far as whoever holds some of them can tell; in order.
   *
   * @param count how many parts there are
   */
  abstract List<SumNode> nodes(P all, int count);

  /** Forgets parts. */
  abstract void release(P all);

  /** Forgets the basis. */
  abstract void releaseBasis();

  /** The factor in some precision, as a start for another engine. */
  abstract FactorSource source(P all, FactorMap rounded);

  @Override
  public FactorSums sums(double weight) {
    if (weight == 0) {
      return sumsOf(factor);
    }
    SideUpdate rule = update;
    P beyond = made(factor, (basis, part) -> rule.beyond(part, weight));
    FactorSums sums = sumsOf(beyond);
    release(beyond);
    return sums;
  }

  private FactorSums sumsOf(P all) {
    return BasisSums.complete(nodes(all, parts), parts);
  }

  @Override
  public FactorSums attempt(double weight, FactorSums other) {
    SideUpdate rule = update;
    Factor product = other.product(0);
    double[] statistics = other.statistics();
    before = factor;
    factor = made(before, (basis, part) -> rule.improved(basis, part, weight, product, statistics));
    return sumsOf(factor);
  }

  @Override
  public void keep() {
    release(before);
    before = null;
  }

  @Override
  public void takeBack() {
    release(factor);
    factor = before;
    before = null;
  }

  /** The factor as it stands, and nothing else any more. */
  FactorSource result(Precision precision) {
    releaseBasis();
    return source(
        factor,
        (rows, firstRow) -> {
          Factor rounded = Factor.zeros(precision, rows.rows(), rows.rank());
          rounded.write(0, rows.rows(), rows.toArray());
          return rounded;
        });
  }

  /** Forgets the factor. */
  void release() {
    release(factor);
  }
}
