package io.github.sparknmf.io.read;

import io.github.sparknmf.engine.CellSink;
import java.util.ArrayList;
import java.util.List;

/** Cells by position, as Spark SQL shows its rows. */
final class ListedCells implements CellSink {
  private final List<String> all = new ArrayList<>();

  List<String> all() {
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
