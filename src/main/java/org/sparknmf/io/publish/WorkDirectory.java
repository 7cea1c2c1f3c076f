package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The hidden directory of one run, {@code PARENT/.NAME.spark-nmf/RUN}: the owner's file, the result
 * while it grows, checkpoints, and for a moment the previous result.
 */
record WorkDirectory(FileSystem files, Path path) implements SignOfLife {
  /** A run elsewhere that never gave a sign of life; untouched this long, it is dead. */
  private static final Duration ABANDONED = Duration.ofHours(24);

  private static final String OWNER = "owner.json";
  private static final String HEARTBEAT = "heartbeat";
  private static final String ENDED = "ended";
  private static final String CHECKPOINT = "checkpoint";
  private static final String SAVEPOINT = "savepoint-";

  /** All names that any version of this program gives to what lies in it. */
  private static final Set<String> OURS =
      Set.of(OWNER, OWNER + ".new", HEARTBEAT, ENDED, CHECKPOINT, "staging", "previous");

  Path checkpoint() {
    return new Path(path, CHECKPOINT);
  }

  /** Whether there is something to go on from. */
  boolean hasCheckpoint() throws IOException {
    return files.exists(checkpoint()) && files.listStatus(checkpoint()).length > 0;
  }

  /** Whether one of those is sure to be whole enough to be looked at. */
  boolean hasSavepoint() throws IOException {
    return files.exists(checkpoint())
        && Arrays.stream(files.listStatus(checkpoint()))
            .anyMatch(file -> file.getPath().getName().startsWith(SAVEPOINT));
  }

  /** Makes the directory and says whose it is: from now on other runs keep away. */
  void create() throws IOException {
    Entries.make(files, path);
    beat();
    Path unfinished = new Path(path, OWNER + ".new");
    WholeFile.write(files, unfinished, RunOwner.self().toJson());
    Entries.move(files, unfinished, new Path(path, OWNER));
  }

  /** A sign of life, dated by the file system's own clock. */
  void beat() throws IOException {
    Entries.touch(files, new Path(path, HEARTBEAT));
  }

  @Override
  public Optional<Instant> lastBeat() throws IOException {
    return Entries.changed(files, new Path(path, HEARTBEAT));
  }

  /** Says that the run is over, though its process may go on and what it left may stay. */
  void end() throws IOException {
    WholeFile.write(files, new Path(path, ENDED), "");
  }

  @Override
  public boolean hasEnded() throws IOException {
    return files.exists(new Path(path, ENDED));
  }

  /** Removes what a run puts there, and the directory unless somebody put something else there. */
  void delete() throws IOException {
    if (!files.exists(path)) {
      return;
    }
    for (FileStatus file : files.listStatus(path)) {
      if (OURS.contains(file.getPath().getName())) {
        files.delete(file.getPath(), true);
      }
    }
    Entries.removeIfEmpty(files, path);
  }

  @Override
  public Optional<RunOwner> owner() throws IOException {
    return WholeFile.text(files, new Path(path, OWNER)).flatMap(RunOwner::fromJson);
  }

  @Override
  public boolean isAbandoned() throws IOException {
    Instant latest = Instant.ofEpochMilli(latestChange(files.getFileStatus(path)));
    return latest.plus(ABANDONED).isBefore(Instant.now());
  }

  private long latestChange(FileStatus status) throws IOException {
    long latest = status.getModificationTime();
    if (status.isDirectory()) {
      for (FileStatus child : files.listStatus(status.getPath())) {
        latest = Math.max(latest, latestChange(child));
      }
    }
    return latest;
  }
}
