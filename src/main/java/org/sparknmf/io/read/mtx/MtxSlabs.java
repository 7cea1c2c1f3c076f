package org.sparknmf.io.read.mtx;

import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineSlab;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * Takes the cells of a coordinate file out of its lines.
 *
 * @param header of the file
 * @param sizesAt where its line of sizes begins: cells follow it
 * @param orientation what rows of the file are
 */
record MtxSlabs(MtxHeader header, long sizesAt, FileOrientation orientation)
    implements CellDecoder<LineSlab> {

  @Override
  public void decode(LineSlab slab, CellSink sink) {
    MtxLine line = new MtxLine(header);
    byte[] text = slab.bytes();
    int at = slab.after(sizesAt);
    try {
      while (at < slab.to()) {
        if (line.readUsual(text, at)) {
          give(line, sink);
          at = line.lineEnd() + 1;
          continue;
        }
        int end = slab.lineEnd(at);
        if (!LineText.isBlank(text, at, end) && !MtxHeader.isComment(text, at)) {
          line.read(text, at, end);
          give(line, sink);
        }
        at = end + 1;
      }
    } catch (BadLineException e) {
      // Who explains the failure finds the place.
      throw new InvalidMatrixException(e.getMessage(), e);
    }
  }

  private void give(MtxLine line, CellSink sink) {
    long row = line.row() - 1;
    long column = line.column() - 1;
    if (orientation == FileOrientation.TRANSPOSED) {
      sink.accept(column, (int) row, line.value());
    } else {
      sink.accept(row, (int) column, line.value());
    }
  }
}
