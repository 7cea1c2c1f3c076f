package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.sparknmf.engine.spark.LocalPath;

/** Small files that readers find as they were or as they are, never half. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Replaces a text file, in UTF-8.
   *
   * @param writer tells what is unfinished from what others write at the same time
   */
  static void replace(
      Configuration configuration, FileSystem files, Path file, String writer, String text)
      throws IOException {
    if (PublishBy.isObjectStore(files.getUri().getScheme())) {
      write(files, file, text);
      return;
    }
    Path unfinished = new Path(file.getParent(), "." + writer + ".status.new");
    write(files, unfinished, text);
    try {
      FileContext.getFileContext(file.toUri(), configuration)
          .rename(unfinished, file, Options.Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException e) {
      // A file system that knows the older interface only: a moment without the file, never half.
      files.delete(file, false);
      Entries.move(files, unfinished, file);
    }
  }

  /** The text of a file in UTF-8; nothing if there is no such file. */
  static Optional<String> text(FileSystem files, Path file) throws IOException {
    try (FSDataInputStream in = files.open(file)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Writes a text file in UTF-8, which may be seen half written. */
  static void write(FileSystem files, Path file, String text) throws IOException {
    if (LocalPath.isLink(files, file)) {
      // What it leads to is not ours to write.
      files.delete(file, false);
    }
    try (OutputStream out = files.create(file, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
