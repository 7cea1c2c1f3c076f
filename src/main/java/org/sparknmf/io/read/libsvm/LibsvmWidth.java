package org.sparknmf.io.read.libsvm;

import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;

/** The largest index of each line of libsvm; lines that are wrong say nothing about it. */
final class LibsvmWidth implements LineFormat {
  private static final long serialVersionUID = 1L;

  static final String LARGEST = "largest";

  private final PairRule rule;

  LibsvmWidth(PairRule rule) {
    this.rule = rule;
  }

  @Override
  public StructType schema() {
    return new StructType().add(LARGEST, DataTypes.IntegerType, false);
  }

  @Override
  public boolean isContent(byte[] line) {
    return PairCells.holdsRow(line);
  }

  @Override
  public LineReader open() {
    PairCells cells = new PairCells(rule, Integer.MAX_VALUE);
    return (line, ordinal) -> {
      try {
        cells.read(line);
        return RowFactory.create(cells.width());
      } catch (BadLineException e) {
        // Whoever reads the matrix will report it.
        return null;
      }
    };
  }
}
