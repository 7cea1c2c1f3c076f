package org.sparknmf.io.read.delimited;

import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.text.BadLineException;

/** A format of lines that are those of a delimited text. */
interface TableLineFormat extends LineFormat {

  /** What they have in common. */
  TableLines table();

  @Override
  default boolean isContent(byte[] line) {
    return table().isContent(line);
  }

  @Override
  default int skippedLines() {
    return table().skipped();
  }

  @Override
  default boolean isHead(byte[] firstContent) throws BadLineException {
    return table().isHead(firstContent);
  }
}
