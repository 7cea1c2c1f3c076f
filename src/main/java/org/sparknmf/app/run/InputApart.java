package org.sparknmf.app.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.Redaction;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.engine.spark.LocalPath;
import org.sparknmf.engine.spark.NamedPath;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.solver.InvalidSettingException;

/** Sees to it that no result is published into what it is made from, or over it. */
public final class InputApart {
  private static final String FILE = "file";

  private final Configuration hadoop;
  private final String output;
  private final String target;

  InputApart(Configuration hadoop, String output) {
    this.hadoop = hadoop;
    this.output = output;
    this.target = folder(output);
  }

  /** Paths are looked at before they are read; what a table is made of is known only then. */
  public static void require(SparkSession spark, ResolvedSettings settings, MatrixSource source) {
    if (settings.find(SourceSettings.INPUT).isEmpty()) {
      settings
          .find(OutputSettings.OUTPUT)
          .map(output -> new InputApart(spark.sparkContext().hadoopConfiguration(), output))
          .ifPresent(apart -> apart.require(source.files()));
    }
  }

  /** A path that a user gives. */
  public void require(String input) {
    requireOutside("input", input);
    if (target.startsWith(folder(input)) && isDirectory(input)) {
      throw new InvalidSettingException(
          "output '%s' lies in input '%s', and would be read with it next time; choose another --output"
              .formatted(output, input));
    }
  }

  /** Files that a table turns out to be made of. */
  public void require(List<String> files) {
    files.forEach(file -> requireOutside("input", file));
  }

  /** A result that replaces what it is made from would be the last one. */
  void requireOutside(String what, String source) {
    if (folder(source).startsWith(target)) {
      throw new InvalidSettingException(
          "%s '%s' lies in output '%s', which the result would replace; choose another --output"
              .formatted(what, source, output));
    }
  }

  private boolean isDirectory(String text) {
    try {
      Path path = NamedPath.of(text, hadoop);
      return path.getFileSystem(hadoop).getFileStatus(path).isDirectory();
    } catch (IOException | IllegalArgumentException e) {
      // A glob, or nothing at all: the reader says what is wrong with it.
      return false;
    }
  }

  /** A path in full, where it leads through links, with a slash at its end. */
  private String folder(String text) {
    try {
      Path path = NamedPath.of(text, hadoop);
      FileSystem files = path.getFileSystem(hadoop);
      Optional<java.nio.file.Path> local = LocalPath.of(files, path);
      Path real =
          local.isPresent() ? new Path(FILE, null, LocalPath.real(local.get()).toString()) : path;
      return Redaction.text(files.makeQualified(real) + Path.SEPARATOR);
    } catch (IOException | IllegalArgumentException e) {
      // As above.
      return text + Path.SEPARATOR;
    }
  }
}
