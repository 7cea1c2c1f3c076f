package org.sparknmf.io.read.asked;

import java.util.Locale;

/** How a matrix is laid out in its files. */
public enum InputFormat {
  /** Recognised by file name, first bytes and first line. */
  AUTO,
  /** MatrixMarket, {@code coordinate} or {@code array}. */
  MTX,
  /** One cell a line or row: delimited text, JSON lines or a table. */
  TRIPLES,
  /** One vector a row: a table with a Spark ML vector or an array of numbers. */
  VECTORS,
  /** One matrix row a line: delimited text. */
  DENSE,
  /** One matrix row a line: a label, and {@code index:value} for each cell that is not zero. */
  LIBSVM,
  /** Documents whose words are counted: text files, JSON lines or a table. */
  TEXT,
  /** A directory of 10x Genomics: matrix, barcodes and features. */
  TEN_X;

  /** The format of that name, in any case; else an error that lists the names. */
  public static InputFormat parse(String text) {
    return Choices.parse(InputFormat.class, "--format", text);
  }

  /** The name of the format as people write it. */
  @Override
  public String toString() {
    return this == TEN_X ? "10x" : name().toLowerCase(Locale.ROOT);
  }
}
