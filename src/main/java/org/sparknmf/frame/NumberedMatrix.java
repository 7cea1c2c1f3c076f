package org.sparknmf.frame;

import org.sparknmf.engine.matrix.CellKeys;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.engine.spark.SparkScope;

/**
 * A matrix in blocks, and the ids that its row and column numbers stand for.
 *
 * @param x the blocks
 * @param rows ids of the rows
 * @param columns ids of the columns
 */
public record NumberedMatrix(DistributedMatrix x, Numbering rows, Numbering columns) {

  /** Numbers of its rows and columns that follow from their ids alone. */
  public CellKeys keys(SparkScope scope) {
    return new CellKeys(rows.keys(scope), columns.keys(scope));
  }

  /** A matrix with the same ids over other cells. */
  public NumberedMatrix withCells(DistributedMatrix cells) {
    return new NumberedMatrix(cells, rows, columns);
  }
}
