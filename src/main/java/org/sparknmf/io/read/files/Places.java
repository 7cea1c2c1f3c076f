package org.sparknmf.io.read.files;

import java.net.URI;
import org.apache.hadoop.fs.Path;
import org.sparknmf.solver.InvalidMatrixException;

/** How messages name files and lines: as compilers do, so that editors can follow. */
public final class Places {
  private Places() {}

  /** A path as a person would type it: local files without their scheme. */
  public static String show(Path path) {
    return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : withoutUser(path);
  }

  /** Likewise a path as Spark's metadata spells it, percent-encoded. */
  public static String showEncoded(String encoded) {
    return show(new Path(URI.create(encoded)));
  }

  /** Users of a URI may come with their passwords. */
  private static String withoutUser(Path path) {
    String authority = path.toUri().getAuthority();
    int end = authority == null ? -1 : authority.lastIndexOf('@');
    return end < 0
        ? path.toString()
        : path.toString().replace(authority, "(redacted)" + authority.substring(end));
  }

  /** An error in a line, counted from 1. */
  public static InvalidMatrixException bad(String file, long line, String reason) {
    return new InvalidMatrixException(file + ":" + line + ": " + reason);
  }

  /** An error of a file as a whole. */
  public static InvalidMatrixException bad(String file, String reason) {
    return new InvalidMatrixException(file + ": " + reason);
  }
}
