package org.sparknmf.io.read.mtx;

import org.sparknmf.engine.matrix.CellDecoder;
import org.sparknmf.engine.matrix.CellSink;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineSlab;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/** Takes the cells of a coordinate file out of its lines. */
final class MtxSlabs implements CellDecoder<LineSlab> {
  private static final long serialVersionUID = 1L;

  private final MtxHeader header;
  private final long sizesAt;
  private final boolean transposed;

  /**
   * Creates a reader of the cells of the file with a header.
   *
   * @param sizesAt where its line of sizes begins: cells follow it
   */
  MtxSlabs(MtxHeader header, long sizesAt, FileOrientation orientation) {
    this.header = header;
    this.sizesAt = sizesAt;
    this.transposed = orientation == FileOrientation.TRANSPOSED;
  }

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
    if (transposed) {
      sink.accept(column, (int) row, line.value());
    } else {
      sink.accept(row, (int) column, line.value());
    }
  }
}
