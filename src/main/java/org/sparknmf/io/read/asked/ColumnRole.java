package org.sparknmf.io.read.asked;

/** What a column of a table is likely to hold. */
public enum ColumnRole {
  /** Ids of rows: users, documents, cells, sources of edges. */
  ROW,
  /** Ids of columns: items, words, genes, targets of edges. */
  COLUMN,
  /** Values of cells: ratings, counts. */
  VALUE,
  /** Weights; they are the values where nothing else is. */
  WEIGHT,
  /** When something happened; no part of a matrix. */
  TIME,
  /** A running number of the lines; no part of a matrix. */
  INDEX;
}
