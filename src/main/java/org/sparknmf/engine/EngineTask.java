package org.sparknmf.engine;

import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.solver.loop.UpdateOrder;
import org.sparknmf.solver.update.Rules;

/**
 * What an engine is to do with X.
 *
 * @param grid rank and precision of the factors; cut as X is
 * @param rows start values of the factor of X's rows
 * @param columns start values of the factor of its columns
 * @param rules what is minimised and how
 * @param order which factor an iteration improves first
 */
public record EngineTask(
    BlockGrid grid, FactorSource rows, FactorSource columns, Rules rules, UpdateOrder order) {}
