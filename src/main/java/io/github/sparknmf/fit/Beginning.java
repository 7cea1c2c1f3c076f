package io.github.sparknmf.fit;

import io.github.sparknmf.engine.StartPair;
import io.github.sparknmf.solver.start.StartKind;
import io.github.sparknmf.solver.update.HeldSets;
import java.util.function.UnaryOperator;

/**
 * How a factorization begins.
 *
 * @param kind where the factors start, as far as nothing is given
 * @param given puts what is given in its place
 * @param held what does not move
 */
public record Beginning(StartKind kind, UnaryOperator<StartPair> given, HeldSets held) {

  /** Nothing is given, everything moves. */
  public static Beginning of(StartKind kind) {
    return new Beginning(kind, UnaryOperator.identity(), HeldSets.none());
  }
}
