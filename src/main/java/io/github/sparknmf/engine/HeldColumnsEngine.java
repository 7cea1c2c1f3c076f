package io.github.sparknmf.engine;

import io.github.sparknmf.linalg.Factor;
import io.github.sparknmf.solver.ErrorTerms;
import io.github.sparknmf.solver.HeldColumns;
import io.github.sparknmf.solver.Stripes;
import io.github.sparknmf.solver.UpdateOrder;
import io.github.sparknmf.solver.UpdateRule;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/** H' on the driver, the rows wherever their engine keeps them. */
final class HeldColumnsEngine implements FitEngine {
  private final RowEngine rows;
  private final HeldColumns columns;
  private final SparkScope scope;
  private Factor distributed;
  private JavaRDD<FactorPart> h;

  HeldColumnsEngine(
      RowEngine rows, Factor ht, UpdateRule rule, UpdateOrder order, SparkScope scope) {
    this.rows = rows;
    this.columns = new HeldColumns(rows, ht, rule, order);
    this.scope = scope;
  }

  @Override
  public ErrorTerms start() {
    return columns.start();
  }

  @Override
  public ErrorTerms iterate() {
    return columns.iterate();
  }

  @Override
  public OptionalDouble squaredResidual() {
    return columns.squaredResidual();
  }

  @Override
  public long bytesMoved() {
    return columns.bytesMoved();
  }

  @Override
  public JavaRDD<FactorPart> w() {
    return rows.w();
  }

  /** Sent out once, however often it is asked for. */
  @Override
  public JavaRDD<FactorPart> h() {
    if (distributed != columns.ht()) {
      distributed = columns.ht();
      h = distribute(distributed);
    }
    return h;
  }

  private JavaRDD<FactorPart> distribute(Factor ht) {
    Stripes stripes = new Stripes(ht.rows(), ht.rank());
    List<FactorPart> parts =
        IntStream.range(0, stripes.count())
            .mapToObj(
                s ->
                    new FactorPart(
                        s, stripes.start(s), ht.slice(stripes.start(s), stripes.size(s))))
            .toList();
    return FactorParts.distribute(parts, scope);
  }
}
