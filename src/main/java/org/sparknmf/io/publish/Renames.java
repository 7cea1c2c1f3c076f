package org.sparknmf.io.publish;

import java.io.IOException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Renaming that fails aloud. Hadoop's own answers false, or moves into a directory of that name.
 */
final class Renames {
  private Renames() {}

  static void move(FileSystem files, Path source, Path target) throws IOException {
    if (files.exists(target)) {
      throw new FileAlreadyExistsException(target + " is there already");
    }
    if (!files.rename(source, target)) {
      throw new IOException("cannot rename " + source + " to " + target);
    }
  }
}
