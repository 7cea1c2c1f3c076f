package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;

/**
 * Looks whether all ids of some columns are integers. Emits the position of a column when a reader
 * first meets another id in it; lines that are wrong say nothing about ids.
 *
 * @param lines the format of lines; null where every line has a say
 */
record IdProbe(TableLines table, int first, int second, LineFormat lines)
    implements TableLineFormat {
  /** What a reader emits for its first right line, if that has integers. */
  private static final int NOTHING = -1;

  /**
   * The types of the ids in some columns: as asked, or what they are. Needs a Spark job where the
   * first line has an integer and nothing was asked.
   *
   * @param asked of each column
   * @param firstData fields of the first line of data
   * @param columns one or two positions of columns
   * @param lines tells which lines are wrong, where these are left out and not refused later
   */
  static List<IdType> types(
      LineScan scan,
      TableLines table,
      List<IdType> asked,
      List<String> firstData,
      List<Integer> columns,
      LineFormat lines) {
    boolean skip = scan.badRows() == BadRows.SKIP;
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = columns.get(i);
      boolean likely = column < firstData.size() && ColumnFacts.isInteger(firstData.get(column));
      if (asked.get(i) == IdType.AUTO && (likely || skip)) {
        open.add(column);
      }
    }
    if (!open.isEmpty()) {
      IdProbe probe =
          new IdProbe(table, open.get(0), open.get(open.size() - 1), skip ? lines : null);
      List<Row> found = scan.collect(scan.rows(probe));
      if (skip && found.isEmpty()) {
        // Not one line is right: nothing speaks for integers.
        open.clear();
      }
      for (Row row : found) {
        open.remove((Integer) row.getInt(0));
      }
    }
    return IntStream.range(0, columns.size())
        .mapToObj(
            i ->
                open.contains(columns.get(i)) || asked.get(i) == IdType.LONG
                    ? IdType.LONG
                    : IdType.STRING)
        .toList();
  }

  @Override
  public StructType schema() {
    return new StructType().add("column", DataTypes.IntegerType, false);
  }

  @Override
  public boolean isHead(byte[] firstContent) {
    try {
      return table.isHead(firstContent);
    } catch (BadLineException e) {
      // As below: whoever reads the matrix will report it.
      return false;
    }
  }

  @Override
  public LineReader open() {
    return new Probe();
  }

  private final class Probe implements LineReader {
    private final FieldCursor cursor = table.cursor();
    private final LineReader whole = lines == null ? null : lines.open();
    private boolean firstOpen = true;
    private boolean secondOpen = first != second;
    private boolean told = lines == null;

    @Override
    public Row read(byte[] line, long ordinal) {
      if (!firstOpen && !secondOpen) {
        return null;
      }
      try {
        if (whole != null) {
          whole.read(line, ordinal);
        }
        return probe(line);
      } catch (BadLineException e) {
        // Whoever reads the matrix will report it.
        return null;
      }
    }

    private Row probe(byte[] line) throws BadLineException {
      cursor.open(line);
      for (int field = 0; cursor.next(); field++) {
        boolean asked = (firstOpen && field == first) || (secondOpen && field == second);
        if (asked && !cursor.isCanonicalLong()) {
          firstOpen &= field != first;
          secondOpen &= field != second;
          told = true;
          return RowFactory.create(field);
        }
      }
      if (!told) {
        told = true;
        return RowFactory.create(NOTHING);
      }
      return null;
    }
  }
}
