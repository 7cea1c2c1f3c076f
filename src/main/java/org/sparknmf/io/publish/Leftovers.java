package org.sparknmf.io.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;

/** What earlier runs to the same output left in the hidden directory beside it. */
record Leftovers(OutputLocation location, Publication publication) {

  /**
   * Removes what dead runs left but for what they have saved, which the next run may go on from,
   * and brings a previous result back that one of them had set aside. An earlier try under the same
   * run id is taken for dead unless it shows that it lives. Only who holds the claim may do so.
   *
   * @throws OutputBusyException when another run is writing to the same output
   */
  void settle(String runId) throws IOException {
    List<WorkDirectory> runs = runs();
    LifeSigns signs = new LifeSigns(location.files(), location.workRoot());
    Map<WorkDirectory, LifeSigns.State> states = new LinkedHashMap<>();
    for (WorkDirectory run : runs) {
      states.put(run, signs.of(run));
    }
    for (WorkDirectory run : runs) {
      if (states.get(run) == LifeSigns.State.ALIVE) {
        throw busy(location, run);
      }
    }
    for (WorkDirectory run : runs) {
      publication.undoHalf(run);
      if (run.path().getName().equals(runId) || states.get(run) == LifeSigns.State.DEAD) {
        if (!publication.isPublished(run)) {
          keepCheckpoint(run);
        }
        publication.discard(run);
        run.delete();
      }
    }
    removeRootIfEmpty();
  }

  /** Puts what a run has saved where the next one finds it. */
  void keepCheckpoint(WorkDirectory run) throws IOException {
    boolean isBetter = run.hasSavepoint() || !location.files().exists(location.keptCheckpoint());
    if (run.hasCheckpoint() && isBetter) {
      location.files().delete(location.keptCheckpoint(), true);
      Entries.move(location.files(), run.checkpoint(), location.keptCheckpoint());
    }
  }

  /** Gives a run what the one before it has saved. */
  void handCheckpointTo(WorkDirectory run) throws IOException {
    if (location.files().exists(location.keptCheckpoint())) {
      Entries.move(location.files(), location.keptCheckpoint(), run.checkpoint());
    }
  }

  void removeRootIfEmpty() throws IOException {
    Entries.removeIfEmpty(location.files(), location.workRoot());
  }

  private List<WorkDirectory> runs() throws IOException {
    List<WorkDirectory> runs = new ArrayList<>();
    if (location.files().exists(location.workRoot())) {
      for (FileStatus status : location.files().listStatus(location.workRoot())) {
        String name = status.getPath().getName();
        boolean isRun =
            OutputDirectory.isRunId(name) && !name.equals(location.keptCheckpoint().getName());
        if (isRun && status.isDirectory()) {
          runs.add(new WorkDirectory(location.files(), status.getPath()));
        }
      }
    }
    return runs;
  }

  /** The complaint about another run. */
  static OutputBusyException busy(OutputLocation location, SignOfLife run) throws IOException {
    String who = run.owner().map(RunOwner::words).orElse("unknown");
    return new OutputBusyException(
        "another run (%s) is writing to output '%s': wait for its end, stop it, or name another --output"
            .formatted(who, location.output()));
  }
}
