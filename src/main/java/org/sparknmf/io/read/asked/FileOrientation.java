package org.sparknmf.io.read.asked;

/** Which way round a matrix is taken from its files. */
public enum FileOrientation {
  /** Rows are rows. */
  AS_STORED,
  /** Rows of the files are columns of the matrix. */
  TRANSPOSED
}
