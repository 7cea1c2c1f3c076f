package io.github.sparknmf.io.read;

import io.github.sparknmf.linalg.EmptyCells;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Lines of a MatrixMarket file: cells one by one, or all values in the order of columns. */
final class MtxCells implements LineFormat {
  private static final long serialVersionUID = 1L;

  private final MtxHeader header;
  private final boolean transposed;
  private final EmptyCells emptyCells;

  MtxCells(MtxHeader header, Orientation orientation, EmptyCells emptyCells) {
    this.header = header;
    this.transposed = orientation == Orientation.TRANSPOSED;
    this.emptyCells = emptyCells;
  }

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
    FieldCursor fields = FieldCursor.plain();
    return needsOrdinals()
        ? (line, ordinal) -> arrayValue(fields.open(line), ordinal)
        : (line, ordinal) -> coordinate(fields.open(line));
  }

  private Row coordinate(FieldCursor fields) throws BadLineException {
    long row = index(fields, "row", header.rows());
    long column = index(fields, "column", header.columns());
    double value = header.field() == MtxHeader.Field.PATTERN ? 1.0 : value(fields);
    refuseMore(fields);
    if (header.symmetric() && column > row) {
      throw new BadLineException(
          "cell (%d, %d) is above the diagonal; a symmetric file has only cells on and below it:"
                  .formatted(row, column)
              + " exchange the indices, or write 'general' in the header");
    }
    return cell(row - 1, column - 1, value);
  }

  private long index(FieldCursor fields, String what, long size) throws BadLineException {
    next(fields);
    long index = fields.natural();
    if (index < 0) {
      throw new BadLineException(
          "%s index %s; indices are integers from 1 to %d: correct it"
              .formatted(what, fields.excerpt(), size));
    }
    if (index < 1 || index > size) {
      throw new BadLineException(
          "%s index %s; the header allows 1 to %d: correct the index or the header"
              .formatted(what, fields.excerpt(), size));
    }
    return index;
  }

  private double value(FieldCursor fields) throws BadLineException {
    next(fields);
    double value = fields.value();
    if (header.field() == MtxHeader.Field.INTEGER && value != Math.rint(value)) {
      throw new BadLineException(
          "value %s; the header says integer: write 'real' there".formatted(fields.excerpt()));
    }
    return value;
  }

  private void next(FieldCursor fields) throws BadLineException {
    if (!fields.next()) {
      throw new BadLineException("too few fields; " + fieldRule());
    }
  }

  private void refuseMore(FieldCursor fields) throws BadLineException {
    if (fields.next()) {
      throw new BadLineException(
          "too many fields, from " + fields.excerpt() + " on; " + fieldRule());
    }
  }

  private String fieldRule() {
    if (needsOrdinals()) {
      return "an array has one value a line: correct it";
    }
    return header.field() == MtxHeader.Field.PATTERN
        ? "a pattern has lines of 'row column': correct it"
        : "lines are 'row column value': correct it";
  }

  private Row arrayValue(FieldCursor fields, long ordinal) throws BadLineException {
    double value = value(fields);
    refuseMore(fields);
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
    return transposed
        ? RowFactory.create(column, row, value)
        : RowFactory.create(row, column, value);
  }
}
