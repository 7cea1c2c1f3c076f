package io.github.sparknmf.io.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The hidden directory of one run, {@code PARENT/.NAME.spark-nmf/RUN}: the owner's file, the result
 * while it grows, checkpoints, and for a moment the previous result.
 */
final class WorkDirectory {
  /** A run elsewhere cannot be asked whether it lives; untouched this long, it does not. */
  private static final Duration ABANDONED = Duration.ofHours(24);

  private static final String OWNER = "owner.json";

  private final FileSystem files;
  private final Path path;

  WorkDirectory(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  Path path() {
    return path;
  }

  Path staging() {
    return new Path(path, "staging");
  }

  Path checkpoint() {
    return new Path(path, "checkpoint");
  }

  Path previous() {
    return new Path(path, "previous");
  }

  /** Whether there is something to go on from. */
  boolean hasCheckpoint() throws IOException {
    return files.exists(checkpoint()) && files.listStatus(checkpoint()).length > 0;
  }

  /** Whether its result was moved into place: what remains is to be cleaned up. */
  boolean isPublished() throws IOException {
    return !files.exists(staging());
  }

  /** Makes the directory and says whose it is: from now on other runs keep away. */
  void create() throws IOException {
    makeDirectory(path);
    Path unfinished = new Path(path, OWNER + ".new");
    try (OutputStream out = files.create(unfinished, true)) {
      out.write(RunOwner.self().toJson().getBytes(StandardCharsets.UTF_8));
    }
    Renames.move(files, unfinished, new Path(path, OWNER));
    makeDirectory(staging());
  }

  void delete() throws IOException {
    files.delete(path, true);
  }

  Optional<RunOwner> owner() throws IOException {
    Path file = new Path(path, OWNER);
    if (!files.exists(file)) {
      return Optional.empty();
    }
    try (FSDataInputStream in = files.open(file)) {
      return RunOwner.fromJson(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Whether the run surely lives: a process of this host. */
  boolean isAlive() throws IOException {
    return owner().filter(RunOwner::isOnThisHost).filter(RunOwner::isAlive).isPresent();
  }

  /** Whether the run has surely ended: a dead process of this host, or one unheard of for a day. */
  boolean isDead() throws IOException {
    Optional<RunOwner> owner = owner();
    if (owner.isPresent() && owner.get().isOnThisHost()) {
      return !owner.get().isAlive();
    }
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

  private void makeDirectory(Path directory) throws IOException {
    if (!files.mkdirs(directory)) {
      throw new IOException("cannot make the directory " + directory);
    }
  }
}
