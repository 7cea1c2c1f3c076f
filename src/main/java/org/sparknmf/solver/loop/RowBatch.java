package org.sparknmf.solver.loop;

import org.sparknmf.solver.update.Rules;

/**
 * Some rows of X with those of W.
 *
 * @param side holds them
 * @param rules as if X had no other rows
 * @param size how many rows
 */
public record RowBatch(RowSide side, Rules rules, long size) {}
