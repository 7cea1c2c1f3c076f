package org.sparknmf.io.read.asked;

import java.util.List;

/**
 * How a matrix is laid out in its files.
 *
 * @param word what {@code --format} calls it
 */
public record InputFormat(String word) {
  /** Recognised by file name, first bytes and first line. */
  public static final InputFormat AUTO = new InputFormat("auto");

  /** MatrixMarket, {@code coordinate} or {@code array}. */
  public static final InputFormat MTX = new InputFormat("mtx");

  /** One cell a line or row: delimited text, JSON lines or a table. */
  public static final InputFormat TRIPLES = new InputFormat("triples");

  /** One vector a row: a table with a Spark ML vector or an array of numbers. */
  public static final InputFormat VECTORS = new InputFormat("vectors");

  /** One matrix row a line or row: delimited text, or columns of numbers in a table. */
  public static final InputFormat DENSE = new InputFormat("dense");

  /** One matrix row a line: a label, and {@code index:value} for each cell that is not zero. */
  public static final InputFormat LIBSVM = new InputFormat("libsvm");

  /** Documents whose words are counted: text files, JSON lines or a table. */
  public static final InputFormat TEXT = new InputFormat("text");

  /** A directory of 10x Genomics: matrix, barcodes and features. */
  public static final InputFormat TEN_X = new InputFormat("10x");

  /** Word counts of UCI: three lines of sizes, then a document, a word and a count a line. */
  public static final InputFormat DOCWORD = new InputFormat("docword");

  /** Word counts of Blei: the number of words of a document, then {@code word:count} for each. */
  public static final InputFormat LDA_C = new InputFormat("lda-c");

  /** Gene expression of GenePattern: sizes, names, then a gene a line. */
  public static final InputFormat GCT = new InputFormat("gct");

  /** The formats above, in the order in which people read about them. */
  public static final List<InputFormat> DOCUMENTED =
      List.of(AUTO, MTX, TRIPLES, VECTORS, DENSE, LIBSVM, TEXT, TEN_X, DOCWORD, LDA_C, GCT);

  /** The words of those above. */
  public static String[] words() {
    return DOCUMENTED.stream().map(InputFormat::word).toArray(String[]::new);
  }

  /** The word. */
  @Override
  public String toString() {
    return word;
  }
}
