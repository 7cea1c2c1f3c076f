package org.sparknmf.fit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.factor.SavedIndex;
import org.sparknmf.solver.loop.LoopState;

/**
 * The state of one attempt when it was saved.
 *
 * @param attempt its number, from 0
 * @param state what its loop knew
 * @param rows where the factor of X's rows lies, as the engine held it
 * @param columns where that of its columns lies
 * @param memory what else the engine needs of the past
 * @param rowMemory and of the past of the factor of the rows
 * @param numbers and numbers of that
 */
public record Stage(
    int attempt,
    LoopState state,
    SavedIndex rows,
    SavedIndex columns,
    List<SavedIndex> memory,
    List<SavedIndex> rowMemory,
    List<Double> numbers) {

  /** Refuses what lacks a part. */
  public Stage {
    Objects.requireNonNull(state);
    Objects.requireNonNull(rows);
    Objects.requireNonNull(columns);
    memory = List.copyOf(memory);
    rowMemory = List.copyOf(rowMemory);
    numbers = List.copyOf(numbers);
  }

  static Stage of(int attempt, LoopState state, SavedFit saved) {
    return new Stage(
        attempt,
        state,
        saved.rows().index(),
        saved.columns().index(),
        saved.memory().stream().map(SavedFactor::index).toList(),
        saved.rowMemory().stream().map(SavedFactor::index).toList(),
        saved.numbers());
  }

  /** All factors of the stage. */
  List<SavedIndex> factors() {
    return Stream.of(List.of(rows, columns), memory, rowMemory).flatMap(List::stream).toList();
  }

  /** The saved factors of the stage, which the caller holds. */
  SavedFit open(FactorStore store) {
    return new SavedFit(
        store.open(rows),
        store.open(columns),
        memory.stream().map(store::open).toList(),
        rowMemory.stream().map(store::open).toList(),
        numbers);
  }
}
