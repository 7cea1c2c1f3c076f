package org.sparknmf.io.read.lines;

import java.io.Closeable;
import java.io.IOException;
import org.sparknmf.io.read.text.LineSlab;

/** Gives the lines of a file, or of a part of it, in slabs. */
interface SlabSource extends Closeable {

  /** The next lines, at least one, or null. */
  LineSlab next() throws IOException;
}
