package org.sparknmf.io.publish;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The output is the result: moved there from the work directory, the previous one aside first. */
final class RenamedPublication implements Publication {
  private final OutputLocation location;
  private final FileSystem files;

  RenamedPublication(OutputLocation location) {
    this.location = location;
    this.files = location.files();
  }

  @Override
  public Path staging(WorkDirectory work) {
    return new Path(work.path(), "staging");
  }

  private static Path previous(WorkDirectory work) {
    return new Path(work.path(), "previous");
  }

  @Override
  public boolean exists() throws IOException {
    return files.exists(location.output());
  }

  @Override
  public Optional<String> lack() throws IOException {
    return OwnResult.lack(files, location.output());
  }

  @Override
  public void putIntoPlace(WorkDirectory work) throws IOException {
    if (exists()) {
      Entries.move(files, location.output(), previous(work));
    }
    try {
      Entries.move(files, staging(work), location.output());
    } catch (IOException e) {
      putBack(work, e);
      throw e;
    }
  }

  private void putBack(WorkDirectory work, IOException cause) {
    try {
      undoHalf(work);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /**
   * Undoes the first half of a publication; only moments lie between the halves, so that a run that
   * left this state is not about to go on.
   */
  @Override
  public void undoHalf(WorkDirectory work) throws IOException {
    if (files.exists(previous(work)) && !exists()) {
      Entries.move(files, previous(work), location.output());
    }
  }

  @Override
  public boolean isPublished(WorkDirectory work) throws IOException {
    return !files.exists(staging(work));
  }

  @Override
  public void discard(WorkDirectory work) {
    // All of it lies in the work directory.
  }
}
