package org.sparknmf.io.read.lines;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Rows of which one knows that there is another only when it is found. */
abstract class FoundRows implements Iterator<Row> {
  private Row next;

  /** The next one; null if there is none, then and ever after. */
  abstract Row find();

  @Override
  public final boolean hasNext() {
    if (next == null) {
      next = find();
    }
    return next != null;
  }

  @Override
  public final Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }
}
