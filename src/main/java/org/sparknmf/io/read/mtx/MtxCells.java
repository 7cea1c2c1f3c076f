package org.sparknmf.io.read.mtx;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.linalg.EmptyCells;

/**
 * Lines of a MatrixMarket file: cells one by one, or all values in the order of columns.
 *
 * @param header of the file
 * @param orientation what rows of the file are
 * @param emptyCells what a zero of an array is
 */
public record MtxCells(MtxHeader header, FileOrientation orientation, EmptyCells emptyCells)
    implements LineFormat {

  @Override
  public StructType schema() {
    return CellSchema.of(IdType.LONG, IdType.LONG);
  }

  @Override
  public boolean isContent(byte[] line) {
    return !LineText.isBlank(line) && !MtxHeader.isComment(line);
  }

  @Override
  public boolean isHead(byte[] firstContent) {
    return true;
  }

  @Override
  public boolean needsOrdinals() {
    return header.layout() == MtxHeader.Layout.ARRAY;
  }

  @Override
  public LineReader open() {
    MtxLine content = new MtxLine(header);
    return needsOrdinals()
        ? (line, ordinal) -> arrayValue(content.readValue(line), ordinal)
        : (line, ordinal) -> {
          content.read(line, 0, line.length);
          return cell(content.row() - 1, content.column() - 1, content.value());
        };
  }

  /** The cell of a value of an array, by its place among all; null if it need not be stored. */
  Row arrayValue(double value, long ordinal) throws BadLineException {
    if (ordinal >= header.entries()) {
      throw new BadLineException(
          "one value more than the %d of a %d x %d array; correct the sizes or remove it"
              .formatted(header.entries(), header.rows(), header.columns()));
    }
    if (value == 0 && emptyCells == EmptyCells.ZERO) {
      return null;
    }
    long column = header.symmetric() ? triangleColumn(ordinal) : ordinal / header.rows();
    long row =
        header.symmetric()
            ? column + ordinal - triangleStart(column)
            : ordinal - column * header.rows();
    return cell(row, column, value);
  }

  /** Values before a column of the lower triangle. */
  private long triangleStart(long column) {
    return column * header.rows() - column * (column - 1) / 2;
  }

  private long triangleColumn(long ordinal) {
    long low = 0;
    long high = header.columns() - 1;
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      if (triangleStart(middle) <= ordinal) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private Row cell(long row, long column, double value) {
    return orientation == FileOrientation.TRANSPOSED
        ? RowFactory.create(column, row, value)
        : RowFactory.create(row, column, value);
  }
}
