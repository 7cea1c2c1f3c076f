package io.github.sparknmf.io.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What earlier runs to the same output left in the hidden directory beside it. */
final class Leftovers {
  private final OutputLocation location;
  private final FileSystem files;

  Leftovers(OutputLocation location) {
    this.location = location;
    this.files = location.files();
  }

  /**
   * Removes what dead runs left but for what they have saved, which the next run may go on from,
   * and brings a previous result back that one of them had set aside. An earlier try under the same
   * run id is taken for dead unless it lives on this host.
   *
   * @throws OutputBusyException when another run is writing to the same output
   */
  void settle(String runId) throws IOException {
    List<WorkDirectory> runs = runs();
    for (WorkDirectory run : runs) {
      refuseIfAlive(run);
    }
    for (WorkDirectory run : runs) {
      restorePrevious(run);
      if (run.path().getName().equals(runId) || run.isDead()) {
        if (!run.isPublished()) {
          keepCheckpoint(run);
        }
        run.delete();
      }
    }
    removeRootIfEmpty();
  }

  /** Puts what a run has saved where the next one finds it. */
  void keepCheckpoint(WorkDirectory run) throws IOException {
    if (run.hasCheckpoint()) {
      files.delete(location.keptCheckpoint(), true);
      Renames.move(files, run.checkpoint(), location.keptCheckpoint());
    }
  }

  /** Gives a run what the one before it has saved. */
  void handCheckpointTo(WorkDirectory run) throws IOException {
    if (files.exists(location.keptCheckpoint())) {
      Renames.move(files, location.keptCheckpoint(), run.checkpoint());
    }
  }

  /**
   * Undoes the first half of a publication whose second half never came: between the two there are
   * moments only, so that whoever left this state is not about to go on.
   */
  void restorePrevious(WorkDirectory run) throws IOException {
    if (files.exists(run.previous()) && !location.exists()) {
      Renames.move(files, run.previous(), location.output());
    }
  }

  void removeRootIfEmpty() throws IOException {
    Path root = location.workRoot();
    if (files.exists(root) && files.listStatus(root).length == 0) {
      files.delete(root, false);
    }
  }

  private List<WorkDirectory> runs() throws IOException {
    List<WorkDirectory> runs = new ArrayList<>();
    if (files.exists(location.workRoot())) {
      for (FileStatus status : files.listStatus(location.workRoot())) {
        if (!status.getPath().getName().equals(location.keptCheckpoint().getName())) {
          runs.add(new WorkDirectory(files, status.getPath()));
        }
      }
    }
    return runs;
  }

  private void refuseIfAlive(WorkDirectory run) throws IOException {
    if (!run.isAlive()) {
      return;
    }
    RunOwner owner = run.owner().orElseThrow();
    throw new OutputBusyException(
        "another run (pid "
            + owner.pid()
            + " on "
            + owner.host()
            + ") is writing to output '"
            + location.output()
            + "': wait for its end, stop it, or name another --output");
  }
}
