package org.sparknmf.io.read.mtx;

import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.text.LineText;

/**
 * Lines of UCI's word counts: those of MatrixMarket, but the sizes before them stand on three lines
 * of one number each, which are no cells.
 */
record DocwordLines(MtxCells cells) implements LineFormat {

  @Override
  public StructType schema() {
    return cells.schema();
  }

  @Override
  public boolean isContent(byte[] line) {
    if (LineText.isBlank(line)) {
      return false;
    }
    int from = 0;
    while (line[from] >= 0 && line[from] <= ' ') {
      from++;
    }
    while (from < line.length && (line[from] < 0 || line[from] > ' ')) {
      from++;
    }
    return !LineText.isBlank(line, from, line.length);
  }

  @Override
  public LineReader open() {
    return cells.open();
  }
}
