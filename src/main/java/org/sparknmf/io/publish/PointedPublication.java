package org.sparknmf.io.publish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.engine.spark.LocalPath;

/**
 * Publication on file systems that cannot move a directory at once: each result stays where it
 * grew, in {@code OUTPUT/runs/RUN}, and {@code OUTPUT/_current} says which one counts. The one
 * before it is kept until the next publication, for programs that still read it.
 */
final class PointedPublication implements Publication {
  private final Configuration configuration;
  private final Path output;
  private final FileSystem files;

  PointedPublication(Configuration configuration, OutputLocation location) {
    this.configuration = configuration;
    this.output = location.output();
    this.files = location.files();
  }

  @Override
  public Path staging(WorkDirectory work) {
    return run(work.path().getName());
  }

  private Path run(String name) {
    return new Path(ResultPointer.runs(output), name);
  }

  private Optional<String> current() throws IOException {
    return ResultPointer.run(files, output);
  }

  /** What is not ours counts too; results that are not pointed at do not. */
  @Override
  public boolean exists() throws IOException {
    try {
      for (FileStatus file : files.listStatus(output)) {
        if (!file.getPath().getName().equals(ResultPointer.runs(output).getName())) {
          return true;
        }
      }
      return false;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  @Override
  public Optional<String> lack() throws IOException {
    Optional<String> current = current();
    boolean isPointedAt = current.isPresent() && OwnResult.isAt(files, run(current.get()));
    return isPointedAt ? Optional.empty() : OwnResult.lack(files, output);
  }

  @Override
  public void putIntoPlace(WorkDirectory work) throws IOException {
    Optional<String> before = current();
    String run = work.path().getName();
    WholeFile.replace(
        configuration, files, ResultPointer.file(output), run, ResultPointer.toJson(run));
    for (FileStatus other : files.listStatus(ResultPointer.runs(output))) {
      String name = other.getPath().getName();
      boolean isOther = !name.equals(run) && before.filter(name::equals).isEmpty();
      if (isOther && isOldResult(other)) {
        files.delete(other.getPath(), true);
      }
    }
  }

  private boolean isOldResult(FileStatus other) throws IOException {
    return OutputDirectory.isRunId(other.getPath().getName())
        && !LocalPath.isLink(files, other.getPath())
        && OwnResult.isAt(files, other.getPath());
  }

  @Override
  public void undoHalf(WorkDirectory work) {
    // There are no halves: the pointer is one file.
  }

  @Override
  public boolean isPublished(WorkDirectory work) throws IOException {
    return current().filter(work.path().getName()::equals).isPresent();
  }

  @Override
  public void discard(WorkDirectory work) throws IOException {
    if (!isPublished(work)) {
      files.delete(staging(work), true);
      Entries.removeIfEmpty(files, ResultPointer.runs(output));
      Entries.removeIfEmpty(files, output);
    }
  }
}
