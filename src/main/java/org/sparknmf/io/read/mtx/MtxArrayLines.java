package org.sparknmf.io.read.mtx;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;

/**
 * Lines of an array with several values each, which are values of its columns one after the other:
 * as many as on the first line, but for the last one.
 *
 * @param cells what values are by their places
 * @param perLine how many values a line has
 */
record MtxArrayLines(MtxCells cells, int perLine) implements LineFormat {

  @Override
  public StructType schema() {
    return new StructType()
        .add("line", DataTypes.LongType, false)
        .add("values", SQLDataTypes.VectorType(), false);
  }

  @Override
  public boolean isContent(byte[] line) {
    return cells.isContent(line);
  }

  @Override
  public boolean isHead(byte[] firstContent) {
    return cells.isHead(firstContent);
  }

  @Override
  public boolean needsOrdinals() {
    return true;
  }

  /** How many lines there should be. */
  long lines() {
    return (cells.header().entries() + perLine - 1) / perLine;
  }

  @Override
  public LineReader open() {
    MtxLine content = new MtxLine(cells.header());
    return (line, ordinal) -> {
      double[] values = content.readValues(line);
      require(values.length, ordinal);
      return RowFactory.create(ordinal, Vectors.dense(values));
    };
  }

  private void require(int count, long ordinal) throws BadLineException {
    long left = cells.header().entries() - ordinal * perLine;
    long wanted = Math.max(0, Math.min(perLine, left));
    if (count != wanted) {
      throw new BadLineException(
          "%d values; the first line has %d, and all must have as many, but the last what is left (%d"
                  .formatted(count, perLine, wanted)
              + " here): correct the line or the sizes");
    }
  }

  /** The cells of such lines. */
  FrameRows cells(FrameRows lines) {
    MtxCells known = cells;
    long before = perLine;
    return lines.flatMap(
        line -> cells(known, before * line.getLong(0), line.getAs(1)), cells.schema());
  }

  private static Iterator<Row> cells(MtxCells known, long first, Vector values)
      throws BadLineException {
    List<Row> found = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Row cell = known.arrayValue(values.apply(i), first + i);
      if (cell != null) {
        found.add(cell);
      }
    }
    return found.iterator();
  }
}
