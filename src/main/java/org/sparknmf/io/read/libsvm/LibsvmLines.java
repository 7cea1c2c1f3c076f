package org.sparknmf.io.read.libsvm;

import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;

/**
 * Lines of libsvm: {@code label index:value index:value ... # comment}. The label, which says of a
 * row what is to be learnt about it, is no part of the matrix, nor is {@code qid:number}.
 */
public final class LibsvmLines implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final PairRule rule;
  private final int columns;

  /** Rows of so many columns. */
  public LibsvmLines(PairRule rule, int columns) {
    this.rule = rule;
    this.columns = columns;
  }

  @Override
  public StructType schema() {
    return CellSchema.vectors(IdType.LONG);
  }

  @Override
  public boolean isContent(byte[] line) {
    return PairCells.holdsRow(line);
  }

  @Override
  public boolean needsOrdinals() {
    return true;
  }

  @Override
  public LineReader open() {
    PairCells cells = new PairCells(rule, columns);
    return (line, ordinal) -> {
      cells.read(line);
      return RowFactory.create(ordinal, cells.vector());
    };
  }
}
