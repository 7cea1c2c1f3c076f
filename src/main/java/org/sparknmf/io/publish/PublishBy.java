package org.sparknmf.io.publish;

import java.util.Locale;
import java.util.Set;

/** How a result takes the place of the one before it. */
public enum PublishBy {
  /** Publish by renaming where that is atomic, else by a pointer. */
  AUTO,
  /** OUTPUT is the result: it is moved there as a whole. */
  RENAME,
  /** The result stays in OUTPUT/runs/RUN, and a small file, written last, says which run counts. */
  POINTER;

  /** Object stores, where renaming a directory copies file after file. */
  private static final Set<String> WITHOUT_RENAME =
      Set.of("s3a", "s3", "s3n", "gs", "wasb", "wasbs", "oss", "cosn", "obs", "swift");

  /** Whether a file system's files are there whole or not at all, but cannot be moved. */
  static boolean isObjectStore(String scheme) {
    return WITHOUT_RENAME.contains(scheme.toLowerCase(Locale.ROOT));
  }

  /** Which of the two it is on a file system. */
  PublishBy on(String scheme) {
    if (this != AUTO) {
      return this;
    }
    return isObjectStore(scheme) ? POINTER : RENAME;
  }
}
