package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.engine.spark.LocalPath;

/**
 * The hidden directory of all runs to one output. What lies there is gone on from, moved and
 * removed; therefore it must be of the user who runs, and lead nowhere else.
 */
record WorkRoot(FileSystem files, Path path) {
  private static final int MOST_TRIES = 100;

  /** Makes it, if need be. */
  void make() throws IOException {
    for (int tries = 1; ; tries++) {
      try {
        if (!LocalPath.isLink(files, path)) {
          Entries.make(files, path);
        }
        requireOurs();
        return;
      } catch (FileNotFoundException | NoSuchFileException e) {
        // A run that ended has removed it, since nothing was in it.
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Looks at whose it is, before anything in it is touched.
   *
   * @throws OutputException if it or something in it is a link, or of another user
   */
  private void requireOurs() throws IOException {
    requireNoLink(path);
    String us = us();
    requireOwner(path, us);
    for (FileStatus entry : files.listStatus(path)) {
      requireNoLink(entry.getPath());
      requireOwner(entry.getPath(), us);
    }
  }

  private void requireNoLink(Path place) {
    if (LocalPath.isLink(files, place)) {
      throw new OutputException(
          "'%s' is a link, and the work directory of a run is none: this program did not make it; remove the link, or name another --output"
              .formatted(place));
    }
  }

  private void requireOwner(Path place, String us) throws IOException {
    String owner;
    try {
      owner = Entries.owner(files, place);
    } catch (IOException e) {
      if (!files.exists(place)) {
        // Another run has removed its own.
        return;
      }
      throw e;
    }
    if (!owner.isEmpty() && !us.isEmpty() && !owner.equals(us)) {
      throw new OutputException(
          "'%s' belongs to user '%s', not to '%s': a run goes on from and removes only what its own user left; name another --output, run it as that user, or remove that directory"
              .formatted(place, owner, us));
    }
  }

  /** The user that this process is to the file system: that of a new file. */
  private String us() throws IOException {
    Path probe = new Path(path, ".owner-" + UUID.randomUUID());
    Entries.touch(files, probe);
    try {
      return Entries.owner(files, probe);
    } finally {
      files.delete(probe, false);
    }
  }
}
