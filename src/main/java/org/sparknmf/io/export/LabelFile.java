package org.sparknmf.io.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.Iterator;
import org.sparknmf.solver.InvalidMatrixException;

/** The ids of a factor's rows, one a line, for files that have no room for them. */
public final class LabelFile {
  private LabelFile() {}

  /**
   * Writes them in UTF-8; does not close the stream.
   *
   * @throws InvalidMatrixException if an id has a line break
   */
  public static void write(Iterator<?> ids, OutputStream out) throws IOException {
    Writer writer = Texts.writer(out);
    while (ids.hasNext()) {
      String id = ids.next().toString();
      if (id.contains("\n") || id.contains("\r")) {
        throw new InvalidMatrixException(
            "the id '%s' has a line break, which a file of labels, one a line, cannot hold; export csv"
                .formatted(id.replace("\n", "\\n").replace("\r", "\\r")));
      }
      writer.write(id + "\n");
    }
    writer.flush();
  }
}
