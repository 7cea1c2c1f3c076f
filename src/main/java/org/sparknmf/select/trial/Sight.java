package org.sparknmf.select.trial;

import org.sparknmf.solver.MatrixSummary;

/**
 * What the fits of a group see of X, in numbers.
 *
 * @param summary of the cells that they see
 * @param yardstick the loss over these cells that counts as 1
 * @param heldYardstick the same over the cells held out
 */
record Sight(MatrixSummary summary, double yardstick, double heldYardstick) {}
