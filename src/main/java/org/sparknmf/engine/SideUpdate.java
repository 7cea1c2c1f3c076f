package org.sparknmf.engine;

import java.io.Serializable;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.FactorUpdate;
import org.sparknmf.solver.update.UpdateRule;

/**
 * What an iteration does to a part of a factor beside its part of a basis. Where the factor has
 * momentum, parts remember the rows before.
 *
 * @param rule how it is improved
 * @param extrapolation how momentum goes beyond it, if it has momentum
 */
record SideUpdate(UpdateRule rule, Extrapolation extrapolation) implements Serializable {

  /** The part beyond this one. */
  FactorPart beyond(FactorPart part, double weight) {
    return remembering(part.next(part.start(weight, extrapolation), 0), part);
  }

  /**
   * The part beyond this one, improved.
   *
   * @param product of the other basis and factor (l x k), not modified
   * @param statistics of the other factor, not modified
   */
  FactorPart improved(
      MatrixBlock basis, FactorPart part, double weight, Factor product, double[] statistics) {
    Factor rows = part.start(weight, extrapolation);
    Factor terms = rows.zerosLike(rows.rows());
    basis.addTimes(product, terms, 0);
    double met = FactorUpdate.apply(rule, rows, 0, rows.rows(), terms, 0, statistics);
    return remembering(part.next(rows, met), part);
  }

  private FactorPart remembering(FactorPart next, FactorPart part) {
    return extrapolation == Extrapolation.NONE ? next : next.remembering(part);
  }
}
