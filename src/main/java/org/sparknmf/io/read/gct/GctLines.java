package org.sparknmf.io.read.gct;

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
 * Lines of GCT: name, fields about the gene and values, with tabs between them. The first lines are
 * the head, which stands for no row.
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
  public boolean needsOrdinals() {
    return true;
  }

  @Override
  public LineReader open() {
    return (line, ordinal) -> ordinal < head.lines() ? null : row(line);
  }

  private Row row(byte[] line) throws BadLineException {
    int[] ends = ends(line);
    int width = head.samples().size();
    int before = head.fieldsBefore();
    if (ends.length != width + before) {
      throw new BadLineException(
          "%d fields; a line has a name, %s and %d values, with tabs between them: correct it"
              .formatted(
                  ends.length, before == 2 ? "a description" : before - 1 + " fields", width));
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
    int before = head.fieldsBefore();
    int known = 0;
    for (int i = 0; i < width; i++) {
      int from = ends[i + before - 1] + 1;
      int to = ends[i + before];
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
    int tabs = 0;
    for (byte symbol : line) {
      tabs += symbol == '\t' ? 1 : 0;
    }
    int[] ends = new int[tabs + 1];
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
