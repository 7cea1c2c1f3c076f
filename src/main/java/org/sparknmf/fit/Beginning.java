package org.sparknmf.fit;

import java.util.function.UnaryOperator;
import org.sparknmf.engine.factor.StartPair;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/**
 * How a factorization begins.
 *
 * @param kind where the factors start, as far as nothing is given
 * @param given puts what is given in its place
 * @param held what does not move
 */
public record Beginning(StartKind kind, UnaryOperator<StartPair> given, HeldSets held) {

  /** A beginning with nothing given, where everything moves. */
  public static Beginning of(StartKind kind) {
    return new Beginning(kind, UnaryOperator.identity(), HeldSets.none());
  }
}
