package org.sparknmf.io.read;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.engine.matrix.CellSink;

/** Cells by position, as Spark SQL shows its rows. */
public final class ListedCells implements CellSink {
  private final List<String> all = new ArrayList<>();

  public List<String> all() {
    return all;
  }

  @Override
  public void accept(long row, int column, double value, double weight) {
    all.add("[%d,%d,%s]".formatted(row, column, value));
  }

  @Override
  public void acceptMirrored(long row, int column, double value) {
    throw new AssertionError("files are not mirrored when they are read");
  }
}
