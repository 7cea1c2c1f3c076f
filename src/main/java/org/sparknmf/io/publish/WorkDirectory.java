package org.sparknmf.io.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The hidden directory of one run, {@code PARENT/.NAME.spark-nmf/RUN}: the owner's file, the result
 * while it grows, checkpoints, and for a moment the previous result.
 */
final class WorkDirectory {
  /** A run elsewhere that never gave a sign of life; untouched this long, it is dead. */
  private static final Duration ABANDONED = Duration.ofHours(24);

  private static final String OWNER = "owner.json";
  private static final String HEARTBEAT = "heartbeat";

  private final FileSystem files;
  private final Path path;

  WorkDirectory(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  Path path() {
    return path;
  }

  Path checkpoint() {
    return new Path(path, "checkpoint");
  }

  /** Whether there is something to go on from. */
  boolean hasCheckpoint() throws IOException {
    return files.exists(checkpoint()) && files.listStatus(checkpoint()).length > 0;
  }

  /** Makes the directory and says whose it is: from now on other runs keep away. */
  void create() throws IOException {
    Entries.make(files, path);
    Path unfinished = new Path(path, OWNER + ".new");
    WholeFile.write(files, unfinished, RunOwner.self().toJson());
    Entries.move(files, unfinished, new Path(path, OWNER));
  }

  /** A sign of life, dated by the file system's own clock. */
  void beat() throws IOException {
    files.create(new Path(path, HEARTBEAT), true).close();
  }

  /** The time of the last sign of life; empty if none was ever given. */
  Optional<Instant> lastBeat() throws IOException {
    Path file = new Path(path, HEARTBEAT);
    return files.exists(file)
        ? Optional.of(Instant.ofEpochMilli(files.getFileStatus(file).getModificationTime()))
        : Optional.empty();
  }

  void delete() throws IOException {
    files.delete(path, true);
  }

  Optional<RunOwner> owner() throws IOException {
    return WholeFile.text(files, new Path(path, OWNER)).flatMap(RunOwner::fromJson);
  }

  /** Whether the run is a process of this host, of which the system knows whether it lives. */
  boolean isOnThisHost() throws IOException {
    return owner().filter(RunOwner::isOnThisHost).isPresent();
  }

  /** Whether the process of this host lives. */
  boolean isAliveHere() throws IOException {
    return owner().filter(RunOwner::isAlive).isPresent();
  }

  /** Whether nothing in it has changed for a day. */
  boolean isAbandoned() throws IOException {
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
