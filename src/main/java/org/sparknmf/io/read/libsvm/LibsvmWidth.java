package org.sparknmf.io.read.libsvm;

import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;

/**
 * The largest index of lines of libsvm. A reader emits what is larger than all before; lines that
 * are wrong say nothing.
 */
record LibsvmWidth(PairRule rule) implements LineFormat {
  @Override
  public StructType schema() {
    return new StructType().add("largest", DataTypes.IntegerType, false);
  }

  @Override
  public boolean isContent(byte[] line) {
    return PairCells.holdsRow(line);
  }

  @Override
  public LineReader open() {
    PairCells cells = new PairCells(rule, Integer.MAX_VALUE);
    int[] largest = {0};
    return (line, ordinal) -> {
      try {
        cells.read(line);
        if (cells.width() <= largest[0]) {
          return null;
        }
        largest[0] = cells.width();
        return RowFactory.create(largest[0]);
      } catch (BadLineException e) {
        // Whoever reads the matrix will report it.
        return null;
      }
    };
  }
}
