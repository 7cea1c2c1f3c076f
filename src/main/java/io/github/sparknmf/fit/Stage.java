package io.github.sparknmf.fit;

import io.github.sparknmf.engine.SavedIndex;
import io.github.sparknmf.solver.LoopState;

/**
 * Where one attempt stood when it was saved.
 *
 * @param attempt its number, from 0
 * @param state what its loop knew
 * @param rows where the factor of X's rows lies, as the engine held it
 * @param columns where that of its columns lies
 */
public record Stage(int attempt, LoopState state, SavedIndex rows, SavedIndex columns) {}
