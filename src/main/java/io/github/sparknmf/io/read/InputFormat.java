package io.github.sparknmf.io.read;

/** How a matrix is laid out in its files. */
public enum InputFormat {
  /** Recognised by file name, first bytes and first line; see {@link MatrixReader}. */
  AUTO,
  /** MatrixMarket, {@code coordinate} or {@code array}. */
  MTX,
  /** One cell a line or row: delimited text, JSON lines or Parquet. */
  TRIPLES,
  /** One vector a row: Parquet with a Spark ML vector or an array of numbers. */
  VECTORS,
  /** One matrix row a line: delimited text. */
  DENSE;

  /** The format of that name, in any case; else an error that lists the names. */
  public static InputFormat parse(String text) {
    return Choices.parse(InputFormat.class, "--format", text);
  }
}
