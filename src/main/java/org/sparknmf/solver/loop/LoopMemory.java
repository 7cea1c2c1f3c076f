package org.sparknmf.solver.loop;

import java.util.List;
import org.sparknmf.linalg.Factor;

/**
 * What the next iteration depends on beside both factors as they stand.
 *
 * @param factors of the shape of H', not to be modified
 * @param numbers whatever its owner makes of them
 */
public record LoopMemory(List<Factor> factors, List<Double> numbers) {
  /** The memory of nothing. */
  public static final LoopMemory NONE = new LoopMemory(List.of(), List.of());

  /** Copies the lists. */
  public LoopMemory {
    factors = List.copyOf(factors);
    numbers = List.copyOf(numbers);
  }
}
