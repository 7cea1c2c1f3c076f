package org.sparknmf.engine.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The path of a text that a person wrote. Hadoop takes whatever stands before a colon for the
 * scheme of a URI, which of a relative name such as {@code data 10:30.csv} it is not.
 */
public final class NamedPath {
  private NamedPath() {}

  /**
   * The path, of a relative name with a colon in full.
   *
   * @throws IllegalArgumentException if Hadoop has no such path
   */
  public static Path of(String text, Configuration hadoop) {
    int colon = text.indexOf(':');
    int slash = text.indexOf('/');
    boolean isName = colon >= 0 && (slash < 0 || slash > colon + 1 || slash < colon);
    if (!isName || slash == 0) {
      return new Path(text);
    }
    try {
      Path here = FileSystem.get(hadoop).getWorkingDirectory();
      String folder = here.isRoot() ? "" : here.toUri().getPath();
      return new Path(
          here.toUri().getScheme(), here.toUri().getAuthority(), folder + Path.SEPARATOR + text);
    } catch (IOException e) {
      throw new IllegalArgumentException("the default file system cannot be reached: " + e, e);
    }
  }
}
