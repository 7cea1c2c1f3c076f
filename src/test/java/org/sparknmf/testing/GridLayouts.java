package org.sparknmf.testing;

import org.sparknmf.engine.matrix.GridSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;

/** Layouts of matrices in tests. */
public final class GridLayouts {
  private GridLayouts() {}

  /** By rows in double precision, without batches, where cells that are not stored are zero. */
  public static GridSettings of(int rank, int partitions) {
    return new GridSettings(
        rank, partitions, Precision.DOUBLE, Orientation.ROWS, EmptyCells.ZERO, 0);
  }
}
