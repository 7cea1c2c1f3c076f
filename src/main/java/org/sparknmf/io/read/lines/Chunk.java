package org.sparknmf.io.read.lines;

import java.io.Serializable;
import java.net.URI;
import java.util.Comparator;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.files.Places;

/**
 * A part of a file that is read in one go.
 *
 * @param file its path, as Hadoop spells it
 * @param start offset of its first byte
 */
record Chunk(String file, long start) implements Serializable {

  /** Reading order: by path, as a person reads it, then by place in the file. */
  static final Comparator<Chunk> READING_ORDER =
      Comparator.comparing(Chunk::file).thenComparingLong(Chunk::start);

  /**
   * A chunk of a file in any spelling.
   *
   * @param file a percent-encoded URI; Spark's versions differ in how many slashes one has
   */
  static Chunk of(String file, long start) {
    return new Chunk(new Path(URI.create(file)).toString(), start);
  }

  /** The file's name for messages. */
  String shownFile() {
    return Places.show(new Path(file));
  }
}
