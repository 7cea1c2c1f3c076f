package org.sparknmf.io.read.table;

import java.io.Serializable;
import org.apache.spark.sql.Row;

/** Looks at the contents of {@link TableRows}. */
interface RowCheck extends Serializable {

  /** What keeps a row from being read, or null. */
  String refusal(Row stored);

  /** What is wrong with a row, though it might be read, or null. */
  default String problem(Row stored) {
    return refusal(stored);
  }

  /** The contents of a row, as the frame is to have them. */
  Object contents(Row stored);
}
