package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.engine.spark.LocalPath;

/** Files and directories on any file system; what goes wrong does so aloud. */
final class Entries {
  private Entries() {}

  static void make(FileSystem files, Path directory) throws IOException {
    if (!files.mkdirs(directory)) {
      throw new IOException("cannot make the directory " + directory);
    }
  }

  /**
   * Writes a file that is not there yet.
   *
   * @return whether it is this call that made it, of several at a time; object stores may let two
   */
  static boolean makeNew(FileSystem files, Path file, byte[] content) throws IOException {
    Optional<java.nio.file.Path> local = LocalPath.of(files, file);
    try {
      if (local.isPresent()) {
        Files.write(local.get(), content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return true;
      }
      try (OutputStream out = files.create(file, false)) {
        out.write(content);
      }
      return true;
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Writes an empty file, again if it is there: its date is that of the file system. */
  static void touch(FileSystem files, Path file) throws IOException {
    Optional<java.nio.file.Path> local = LocalPath.of(files, file);
    if (local.isPresent()) {
      Files.write(local.get(), new byte[0]);
    } else {
      files.create(file, true).close();
    }
  }

  /** When a file was written last; empty if there is none. */
  static Optional<Instant> changed(FileSystem files, Path file) throws IOException {
    try {
      return Optional.of(Instant.ofEpochMilli(files.getFileStatus(file).getModificationTime()));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Whose file or directory it is, not following a link; empty where nobody knows. */
  static String owner(FileSystem files, Path path) throws IOException {
    Optional<java.nio.file.Path> local = LocalPath.of(files, path);
    if (local.isPresent()) {
      return Files.getOwner(local.get(), LinkOption.NOFOLLOW_LINKS).getName();
    }
    FileStatus status = files.getFileStatus(path);
    try {
      return Optional.ofNullable(status.getOwner()).orElse("");
    } catch (IllegalArgumentException e) {
      // A status of the local disk asks for its owner late, and then knows only paths of file:.
      return "";
    }
  }

  /** Leaves a directory that another run uses meanwhile. */
  static void removeIfEmpty(FileSystem files, Path directory) throws IOException {
    if (!files.exists(directory) || files.listStatus(directory).length > 0) {
      return;
    }
    Optional<java.nio.file.Path> local = LocalPath.of(files, directory);
    if (local.isEmpty()) {
      files.delete(directory, false);
      return;
    }
    try {
      // Hadoop's own would delete what has come into it since.
      Files.deleteIfExists(local.get());
    } catch (DirectoryNotEmptyException e) {
      return;
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
