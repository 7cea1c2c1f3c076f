package org.sparknmf.engine.factor;

import java.util.ArrayList;
import java.util.List;

/**
 * All that an engine goes on from, as it was saved together.
 *
 * @param rows the factor of the rows of X as the engine holds it
 * @param columns that of its columns
 * @param memory what else it needs of the past: factors of the columns
 * @param rowMemory and factors of the rows
 * @param numbers and numbers
 */
public record SavedFit(
    SavedFactor rows,
    SavedFactor columns,
    List<SavedFactor> memory,
    List<SavedFactor> rowMemory,
    List<Double> numbers) {

  /** Copies the lists. */
  public SavedFit {
    memory = List.copyOf(memory);
    rowMemory = List.copyOf(rowMemory);
    numbers = List.copyOf(numbers);
  }

  /** Everything in it that lies in files. */
  public List<SavedFactor> factors() {
    List<SavedFactor> all = new ArrayList<>(List.of(rows, columns));
    all.addAll(memory);
    all.addAll(rowMemory);
    return all;
  }
}
