package org.sparknmf.io.publish;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparknmf.io.read.files.InputUnreadableException;

/**
 * {@code PARENT/NAME.status.json} beside an output: how its last run stands. Cluster modes lose
 * exit codes; this file does not. Each write replaces it as a whole.
 */
public final class StatusFile {
  private static final Logger LOG = LoggerFactory.getLogger(StatusFile.class);

  private final Configuration configuration;
  private final FileSystem files;
  private final Path file;

  private StatusFile(Configuration configuration, OutputLocation location) {
    this.configuration = configuration;
    this.files = location.files();
    this.file = location.statusFile();
  }

  /**
   * The status file of this output; nothing is written yet.
   *
   * @throws OutputException when the output names no place on a known file system
   */
  public static StatusFile beside(Configuration configuration, String output) {
    return new StatusFile(configuration, OutputLocation.of(configuration, output));
  }

  /** The full URI of the file. */
  public String path() {
    return file.toString();
  }

  /**
   * Reads what was written last; nothing if no run has written yet.
   *
   * @throws InputUnreadableException if it cannot be read, or is no status
   */
  public Optional<RunStatus> read() {
    try {
      return WholeFile.text(files, file).map(RunStatus::fromJson);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputUnreadableException(
          "status file '" + file + "' cannot be read: " + e.getMessage() + "; check it by hand", e);
    }
  }

  /** Writes the status. A failure is logged and no more: it must not hide the run's own outcome. */
  public void write(RunStatus status) {
    try {
      WholeFile.replace(configuration, files, file, status.runId(), status.toJson());
    } catch (IOException e) {
      LOG.warn("cannot write the status file '{}': {}", file, e.getMessage());
    }
  }
}
