package org.sparknmf.engine.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Places on the disks of this machine, where a name may be a link to somewhere else. */
public final class LocalPath {
  private static final String SCHEME = "file";

  private LocalPath() {}

  /** The place as Java's own files have it; empty on a file system of another kind. */
  public static Optional<java.nio.file.Path> of(Path path, Configuration hadoop)
      throws IOException {
    return of(path.getFileSystem(hadoop), path);
  }

  /** The place as Java's own files have it; empty on a file system of another kind. */
  public static Optional<java.nio.file.Path> of(FileSystem files, Path path) {
    return SCHEME.equals(files.getUri().getScheme())
        ? Optional.of(
            java.nio.file.Path.of(
                path.makeQualified(files.getUri(), files.getWorkingDirectory()).toUri().getPath()))
        : Optional.empty();
  }

  /** Whether the name is a link; a place below one is none itself. */
  public static boolean isLink(FileSystem files, Path path) {
    return of(files, path).filter(Files::isSymbolicLink).isPresent();
  }

  /** Whether it is a pipe, a socket or a device, which is read only once or never ends. */
  public static boolean isSpecial(FileSystem files, Path path) throws IOException {
    Optional<java.nio.file.Path> local = of(files, path);
    return local.isPresent()
        && Files.exists(local.get())
        && Files.readAttributes(local.get(), BasicFileAttributes.class).isOther();
  }

  /** Where a path leads when all links are followed; the end of it need not exist yet. */
  public static java.nio.file.Path real(java.nio.file.Path path) throws IOException {
    java.nio.file.Path whole = path.toAbsolutePath().normalize();
    if (Files.exists(whole) || whole.getParent() == null) {
      return whole.toRealPath();
    }
    return real(whole.getParent()).resolve(whole.getFileName());
  }
}
