package org.sparknmf.io.publish;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.sparknmf.engine.spark.NamedPath;
import org.sparknmf.engine.spark.RawFiles;

/** The place of an output, and those of its hidden companions beside it. */
record OutputLocation(FileSystem files, Path output) {
  static final String SUCCESS = "_SUCCESS";
  static final String CHECKPOINT = "checkpoint";

  /**
   * Resolves a path or URI as Hadoop does.
   *
   * @throws OutputException when it names no place below a directory of a known file system
   */
  static OutputLocation of(Configuration configuration, String output) {
    try {
      Path path = NamedPath.of(output, configuration);
      FileSystem files = RawFiles.of(path, configuration);
      Path qualified = path.makeQualified(files.getUri(), files.getWorkingDirectory());
      if (qualified.getParent() == null) {
        throw new OutputException(
            "output '" + output + "' is the root of a file system: name a directory below it");
      }
      return new OutputLocation(files, qualified);
    } catch (IllegalArgumentException e) {
      throw new OutputException(
          "output '" + output + "' is no path or URI: " + e.getMessage() + "; correct --output", e);
    } catch (IOException e) {
      throw new OutputException(
          "output '" + output + "' cannot be reached: " + e.getMessage() + "; correct --output", e);
    }
  }

  /** {@code PARENT/.NAME.spark-nmf}: what runs need while they are under way. */
  Path workRoot() {
    return sibling("." + output.getName() + ".spark-nmf");
  }

  /** The place in the work root of what an interrupted run has saved, for the next one. */
  Path keptCheckpoint() {
    return new Path(workRoot(), CHECKPOINT);
  }

  /** {@code PARENT/NAME.status.json}. */
  Path statusFile() {
    return sibling(output.getName() + ".status.json");
  }

  /** {@code PARENT/NAME.gated}: a result that is not good enough to be the current one. */
  Path gated() {
    return sibling(output.getName() + ".gated");
  }

  /** {@code new Path(parent, name)} would take a colon in the name for the end of a scheme. */
  private Path sibling(String name) {
    Path parent = output.getParent();
    String folder = parent.isRoot() ? "" : parent.toUri().getPath();
    return new Path(
        output.toUri().getScheme(), output.toUri().getAuthority(), folder + Path.SEPARATOR + name);
  }
}
