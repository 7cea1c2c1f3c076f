package org.sparknmf.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.app.check.Finding;
import org.sparknmf.engine.spark.NamedPath;

/** Tries what publishing a result needs: to write a file, rename it and delete it. */
record FileSystemProbe(FileSystem files, Path directory) {
  /** Tries it where something new would be created: in the nearest directory above it. */
  static Finding run(String check, String output, Configuration hadoop) {
    try {
      Path path = NamedPath.of(output, hadoop);
      FileSystem files = path.getFileSystem(hadoop);
      Path directory = files.makeQualified(path).getParent();
      while (!files.exists(directory) && directory.getParent() != null) {
        directory = directory.getParent();
      }
      new FileSystemProbe(files, directory).writeRenameDelete();
      return Finding.ok(check, "write, rename, delete in " + directory);
    } catch (IOException | IllegalArgumentException e) {
      return Finding.fail(
          check,
          "%s: %s".formatted(output, e.getMessage()),
          "name a directory that this user may write to, on a file system that Spark can reach");
    }
  }

  private void writeRenameDelete() throws IOException {
    String name = ".spark-nmf-doctor-" + UUID.randomUUID();
    Path written = new Path(directory, name);
    Path renamed = new Path(directory, name + "-renamed");
    try (FSDataOutputStream stream = files.create(written, false)) {
      stream.write("spark-nmf".getBytes(StandardCharsets.UTF_8));
    }
    boolean moved = files.rename(written, renamed);
    boolean deleted = files.delete(moved ? renamed : written, false);
    if (!moved || !deleted) {
      throw new IOException("the file system would not rename or delete " + written);
    }
  }
}
