package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparknmf.engine.spark.LocalPath;
import org.sparknmf.solver.InvalidSettingException;

/**
 * The output of one run, published whole or not at all. The result grows in a hidden directory
 * beside the output; {@link #publish} moves it into place, and until then a previous one stays.
 *
 * <p>Closing an output that was not published removes what the run left of it.
 */
public final class OutputDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutputDirectory.class);
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private final OutputLocation location;
  private final Publication publication;
  private final FileSystem files;
  private final Leftovers leftovers;
  private final IfExists ifExists;
  private final WorkDirectory work;
  private final Claim claim;
  private Heartbeat heartbeat;
  private boolean ended;
  private boolean keepsCheckpoint;

  private OutputDirectory(
      OutputLocation location, Publication publication, IfExists ifExists, String runId) {
    this.location = location;
    this.publication = publication;
    this.files = location.files();
    this.leftovers = new Leftovers(location, publication);
    this.ifExists = ifExists;
    this.work = new WorkDirectory(files, new Path(location.workRoot(), runId));
    this.claim = new Claim(files, location.workRoot());
  }

  /**
   * Makes ready to write, before anything is computed: claims the place for this run alone, cleans
   * up after dead runs, looks at what is there, and proves that the place can be written to.
   *
   * @param output path or URI on any file system that Hadoop knows
   * @param how it gets into its place
   * @param runId letters, digits, '.', '_' and '-'; the same for each try of one run
   * @return nothing when {@code ifExists} is SKIP and a complete result is there
   * @throws OutputException when the output exists or cannot be written
   * @throws OutputBusyException when another run writes to it
   */
  public static Optional<OutputDirectory> open(
      Configuration configuration, String output, PublishBy how, IfExists ifExists, String runId) {
    if (!isRunId(runId)) {
      throw new InvalidSettingException(
          "run id '%s' must be at most 200 letters, digits, '.', '_' and '-', the first a letter or digit, and not 'checkpoint'; correct --run-id"
              .formatted(runId));
    }
    OutputLocation location = OutputLocation.of(configuration, output);
    Publication publication = Publication.of(configuration, location, how);
    OutputDirectory directory = new OutputDirectory(location, publication, ifExists, runId);
    try {
      return directory.prepare() ? Optional.of(directory) : Optional.empty();
    } catch (IOException e) {
      throw new OutputException(
          "output '%s' cannot be written: %s; name another --output, or see to the permissions of its parent"
              .formatted(location.output(), e.getMessage()),
          e);
    }
  }

  /** Whether a name is one that a run may have; all others in stored state are none of ours. */
  static boolean isRunId(String name) {
    return RUN_ID.matcher(name).matches() && !name.equals(OutputLocation.CHECKPOINT);
  }

  /** The place of the result: a URI of a directory that exists. */
  public String stagingPath() {
    return publication.staging(work).toString();
  }

  /**
   * The place for checkpoints: a URI on the same file system. What an interrupted run has saved
   * lies there; what lies there when a run fails is kept for the next one.
   */
  public String checkpointPath() {
    return work.checkpoint().toString();
  }

  /** The full URI under which the result will be published. */
  public String outputPath() {
    return location.output().toString();
  }

  /** Writes a small text file in UTF-8 into the result, with no checksum file beside it. */
  public void writeText(String name, String text) {
    write(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes a file into the result. */
  public void write(String name, FileContent content) {
    Path file = new Path(publication.staging(work), name);
    try (OutputStream out = files.create(file, true)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new OutputException(
          "output file '" + file + "' cannot be written: " + e.getMessage() + "; see to the space",
          e);
    }
  }

  /**
   * Marks the result as complete and moves it into place; the previous one is deleted only then.
   *
   * @throws OutputException when that fails: the previous result is where it was, and the message
   *     says where the new one lies
   * @throws OutputBusyException when another run has taken the place over meanwhile
   */
  public void publish() {
    ended = true;
    try {
      markComplete();
      requireClaim();
      if (mayWrite()) {
        publication.putIntoPlace(work);
      }
    } catch (OutputException e) {
      leave();
      throw new OutputException(
          "%s; the whole result lies in '%s' until the next run"
              .formatted(e.getMessage(), publication.staging(work)),
          e);
    } catch (OutputBusyException e) {
      leave();
      throw e;
    } catch (IOException e) {
      leave();
      throw new OutputException(
          "output '%s' cannot be put into place: %s; the whole result lies in '%s': move it by hand before the next run, which cleans up"
              .formatted(location.output(), e.getMessage(), publication.staging(work)),
          e);
    }
    cleanUp();
  }

  /**
   * Marks the result as complete and puts it beside the output, in place of an earlier one of its
   * kind; the output itself stays as it is.
   *
   * @return where it lies
   */
  public String publishGated() {
    ended = true;
    Path gated = location.gated();
    try {
      markComplete();
      requireClaim();
      if (files.exists(gated)) {
        Optional<String> lack = OwnResult.lack(files, gated);
        if (lack.isPresent()) {
          throw new IOException(
              gated + " is there and is no result of this program: " + lack.get());
        }
        files.delete(gated, true);
      }
      Entries.move(files, publication.staging(work), gated);
    } catch (OutputBusyException e) {
      leave();
      throw e;
    } catch (IOException e) {
      leave();
      throw new OutputException(
          "the gated result cannot be put into '%s': %s; see to that place and run it again"
              .formatted(gated, e.getMessage()),
          e);
    }
    cleanUp();
    return gated.toString();
  }

  private void markComplete() throws IOException {
    files.create(new Path(publication.staging(work), OutputLocation.SUCCESS), true).close();
  }

  /** Has checkpoints outlive the run even when it publishes. */
  public void keepCheckpoint() {
    keepsCheckpoint = true;
  }

  /**
   * Gives the run up: removes all it wrote but for checkpoints, and leaves a previous result as it
   * is.
   */
  public void abandon() {
    ended = true;
    keepsCheckpoint = true;
    cleanUp();
  }

  /** Abandons the run unless its publication was tried: then nothing of value is removed. */
  @Override
  public void close() {
    if (!ended) {
      abandon();
    }
  }

  private boolean prepare() throws IOException {
    Path root = location.workRoot();
    if (!files.exists(root) && !LocalPath.isLink(files, root) && !mayWrite()) {
      return false;
    }
    boolean isReady = false;
    heartbeat = firstSign(new WorkRoot(files, root));
    try {
      isReady = prepareClaimed();
      return isReady;
    } finally {
      if (!isReady) {
        ended = true;
        heartbeat.close();
        claim.release();
        leftovers.removeRootIfEmpty();
      }
    }
  }

  private Heartbeat firstSign(WorkRoot root) throws IOException {
    root.make();
    try {
      return Heartbeat.of(claim::beat);
    } catch (FileNotFoundException | NoSuchFileException e) {
      // A run that ended has removed it, since nothing was in it.
      root.make();
      return Heartbeat.of(claim::beat);
    }
  }

  private boolean prepareClaimed() throws IOException {
    Optional<SignOfLife> other = claim.take(new LifeSigns(files, location.workRoot()));
    if (other.isPresent()) {
      throw Leftovers.busy(location, other.get());
    }
    leftovers.settle(work.path().getName());
    if (!mayWrite()) {
      return false;
    }
    Path staging = publication.staging(work);
    if (files.exists(staging)) {
      throw new OutputException(
          "'%s' is there, of an earlier run of that name or of another program, and a run does not write into it; give another --run-id, or none"
              .formatted(staging));
    }
    work.create();
    heartbeat.add(work::beat);
    Entries.make(files, staging);
    leftovers.handCheckpointTo(work);
    return true;
  }

  /** Looks again at what was found at the start. */
  private void requireClaim() throws IOException {
    if (!claim.isHeld()) {
      throw new OutputBusyException(
          "another run has taken over output '%s' meanwhile, and its result is the one to come; the result of this run lies in '%s' until the next run"
              .formatted(location.output(), publication.staging(work)));
    }
  }

  /** Ends without cleaning up: what lies there may be of value. */
  private void leave() {
    heartbeat.close();
    try {
      if (files.exists(work.path())) {
        work.end();
      }
      claim.release();
    } catch (IOException e) {
      LOG.warn("cannot leave '{}' to the next run: {}", work.path(), e.getMessage());
    }
  }

  /** Whether the place is free or may be made free; false when there is nothing to do. */
  private boolean mayWrite() throws IOException {
    if (!publication.exists()) {
      return true;
    }
    return switch (ifExists) {
      case ERROR -> throw exists();
      case OVERWRITE, RESUME -> {
        requireResult();
        yield true;
      }
      case SKIP -> {
        requireResult();
        yield false;
      }
    };
  }

  private OutputException exists() {
    return new OutputException(
        "output '%s' exists; choose --if-exists overwrite to replace it, --if-exists skip to keep it, or name another --output"
            .formatted(location.output()));
  }

  /** A slip in a path must not cost somebody's home directory. */
  private void requireResult() throws IOException {
    Optional<String> lack = publication.lack();
    if (lack.isPresent()) {
      throw new OutputException(
          "output '%s' exists, but is no complete result (%s), so it is neither skipped nor overwritten: remove it by hand, or name another --output"
              .formatted(location.output(), lack.get()));
    }
  }

  /** The outcome of the run is settled by now: what cannot be removed, the next run will remove. */
  private void cleanUp() {
    heartbeat.close();
    try {
      publication.undoHalf(work);
      if (keepsCheckpoint) {
        leftovers.keepCheckpoint(work);
      }
      publication.discard(work);
      work.delete();
      claim.release();
      leftovers.removeRootIfEmpty();
    } catch (IOException e) {
      LOG.warn("cannot clean up '{}', the next run will: {}", work.path(), e.getMessage());
      leave();
    }
  }

  /** What a file is to hold. */
  @FunctionalInterface
  public interface FileContent {
    /** Writes it; need not close the stream. */
    void writeTo(OutputStream out) throws IOException;
  }
}
