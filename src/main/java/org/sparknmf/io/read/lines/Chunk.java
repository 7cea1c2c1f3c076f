package org.sparknmf.io.read.lines;

import java.io.Serializable;
import java.net.URI;
import java.util.Comparator;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.files.Places;

/**
 * A part of a file that one task reads on its own.
 *
 * @param file as Spark's file metadata spells it, percent-encoded
 * @param start offset of its first byte
 */
record Chunk(String file, long start) implements Serializable {

  /** Reading order: by path, as a person reads it, then by place in the file. */
  static final Comparator<Chunk> READING_ORDER =
      Comparator.comparing(Chunk::decodedFile).thenComparingLong(Chunk::start);

  private String decodedFile() {
    return path().toString();
  }

  private Path path() {
    return new Path(URI.create(file));
  }

  /** The file's name for messages. */
  String shownFile() {
    return Places.show(path());
  }
}
