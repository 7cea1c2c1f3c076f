package org.sparknmf.io.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Iterator;

/**
 * RFC 4180, with a header: {@code id,factor_1,...}; numbers read back as the same bits. Ids are
 * written as they are, also those that a spreadsheet would take for formulas: the files are for
 * programs, which must get back what came in.
 */
final class CsvFile implements FactorFile {

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public boolean lacksIds() {
    return false;
  }

  @Override
  public void write(Iterator<NamedRow> rows, FactorShape shape, OutputStream out)
      throws IOException {
    Writer writer = Texts.writer(out);
    writer.write("id");
    for (int c = 1; c <= shape.rank(); c++) {
      writer.write(",factor_" + c);
    }
    writer.write("\n");
    while (rows.hasNext()) {
      NamedRow row = rows.next();
      writer.write(quoted(row.id().toString()));
      for (double factor : row.factors()) {
        writer.write("," + factor);
      }
      writer.write("\n");
    }
    writer.flush();
  }

  /** Blanks at the ends are part of a field, but many readers cut them off if it has no quotes. */
  private static String quoted(String id) {
    boolean isPlain =
        id.chars().noneMatch(c -> c == ',' || c == '"' || Character.isISOControl(c))
            && id.equals(id.strip())
            && !id.isEmpty();
    return isPlain ? id : '"' + id.replace("\"", "\"\"") + '"';
  }
}
