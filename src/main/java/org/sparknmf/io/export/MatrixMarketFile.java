package org.sparknmf.io.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;

/** MatrixMarket, coordinates of the entries that are not zero, row by row, counted from 1. */
final class MatrixMarketFile implements FactorFile {

  @Override
  public String extension() {
    return ".mtx";
  }

  @Override
  public void write(Iterator<NamedRow> rows, FactorShape shape, OutputStream out)
      throws IOException {
    Writer writer = Texts.writer(out);
    writer.write("%%MatrixMarket matrix coordinate real general\n");
    writer.write(shape.rows() + " " + shape.rank() + " " + shape.nonZeros() + "\n");
    for (long i = 1; rows.hasNext(); i++) {
      List<Double> factors = rows.next().factors();
      for (int c = 0; c < factors.size(); c++) {
        if (factors.get(c) != 0) {
          writer.write(i + " " + (c + 1) + " " + factors.get(c) + "\n");
        }
      }
    }
    writer.flush();
  }
}
