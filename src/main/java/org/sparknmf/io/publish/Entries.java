package org.sparknmf.io.publish;

import java.io.IOException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Files and directories on any file system; what goes wrong does so aloud. */
final class Entries {
  private Entries() {}

  static void make(FileSystem files, Path directory) throws IOException {
    if (!files.mkdirs(directory)) {
      throw new IOException("cannot make the directory " + directory);
    }
  }

  static void removeIfEmpty(FileSystem files, Path directory) throws IOException {
    if (files.exists(directory) && files.listStatus(directory).length == 0) {
      files.delete(directory, false);
    }
  }

  /** Hadoop's own renaming answers false, or moves into a directory of that name. */
  static void move(FileSystem files, Path source, Path target) throws IOException {
    if (files.exists(target)) {
      throw new FileAlreadyExistsException(target + " is there already");
    }
    if (!files.rename(source, target)) {
      throw new IOException("cannot rename " + source + " to " + target);
    }
  }
}
