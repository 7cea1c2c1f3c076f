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
public record LibsvmLines(PairRule rule, int columns) implements LineFormat {
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
