package io.github.sparknmf.io.read;

import java.io.Closeable;
import java.io.IOException;

/** Gives the lines of a file, or of a part of it, in slabs. */
interface SlabSource extends Closeable {

  /** The next lines, at least one, or null. */
  LineSlab next() throws IOException;
}
