package org.sparknmf.ml;

/**
 * How well a model predicts cells by its own W and H, such as cells that its fit has not seen.
 *
 * @param cells how many were predicted
 * @param unknownCells how many were not, because the model lacks their row or column
 * @param rmse root of the mean squared error; not a number where no cell was predicted
 * @param mae mean absolute error, likewise
 */
public record CellEvaluation(long cells, long unknownCells, double rmse, double mae) {}
