package org.sparknmf.io.read.gct;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;
import org.sparknmf.linalg.EmptyCells;

/**
 * Lines of GCT: name, description and values, with tabs between them. The lines of the head have no
 * number in the place of the first value.
 *
 * @param head of the file
 * @param emptyCells whether a value may be unknown
 */
record GctLines(GctHead head, EmptyCells emptyCells) implements LineFormat {

  @Override
  public StructType schema() {
    return CellSchema.vectors(IdType.STRING);
  }

  @Override
  public boolean isContent(byte[] line) {
    return !LineText.isBlank(line) && tabs(line) > 1 && !isNames(line);
  }

  private static long tabs(byte[] line) {
    long tabs = 0;
    for (byte symbol : line) {
      tabs += symbol == '\t' ? 1 : 0;
    }
    return tabs;
  }

  /** Whether it is the line of names, as the head has it. */
  private boolean isNames(byte[] line) {
    byte[] name = "Name\t".getBytes(StandardCharsets.US_ASCII);
    boolean begins = line.length > name.length;
    for (int i = 0; begins && i < name.length; i++) {
      begins = (line[i] | 0x20) == (name[i] | 0x20);
    }
    return begins;
  }

  @Override
  public boolean needsOrdinals() {
    return true;
  }

  @Override
  public LineReader open() {
    return (line, ordinal) -> row(line);
  }

  private Row row(byte[] line) throws BadLineException {
    int[] ends = ends(line);
    int width = head.samples().size();
    if (ends.length != width + 2) {
      throw new BadLineException(
          "%d fields; a line has a name, a description and %d values, with tabs between them: correct it"
              .formatted(ends.length, width));
    }
    String id = LineText.decode(line, 0, ends[0]).strip();
    if (id.isEmpty()) {
      throw new BadLineException("the name is empty; every gene has one: add it");
    }
    return RowFactory.create(id, values(line, ends, width));
  }

  private Vector values(byte[] line, int[] ends, int width) throws BadLineException {
    int[] positions = new int[width];
    double[] values = new double[width];
    int known = 0;
    for (int i = 0; i < width; i++) {
      int from = ends[i + 1] + 1;
      int to = ends[i + 2];
      while (from < to && line[from] == ' ') {
        from++;
      }
      while (to > from && line[to - 1] >= 0 && line[to - 1] <= ' ') {
        to--;
      }
      if (emptyCells == EmptyCells.ZERO || !Numerals.isUnknown(line, from, to)) {
        positions[known] = i;
        values[known++] = Numerals.value(line, from, to);
      }
    }
    return known == width
        ? Vectors.dense(values)
        : Vectors.sparse(width, Arrays.copyOf(positions, known), Arrays.copyOf(values, known));
  }

  /** Where the fields end. */
  private static int[] ends(byte[] line) {
    int[] ends = new int[(int) tabs(line) + 1];
    int field = 0;
    for (int i = 0; i < line.length; i++) {
      if (line[i] == '\t') {
        ends[field++] = i;
      }
    }
    ends[field] = line.length;
    return ends;
  }
}
