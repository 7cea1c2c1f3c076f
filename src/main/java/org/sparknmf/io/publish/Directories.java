package org.sparknmf.io.publish;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What is done with directories on any file system. */
final class Directories {
  private Directories() {}

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
}
