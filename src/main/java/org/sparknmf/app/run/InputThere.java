package org.sparknmf.app.run;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.io.read.files.InputFiles;

/** Notices a missing input before Spark starts. */
public final class InputThere {
  private InputThere() {}

  /**
   * Looks for the files that {@code --input} names; a path in a table of formats or a catalog is
   * left to Spark.
   *
   * @throws org.sparknmf.io.read.files.InputUnreadableException if there is nothing
   */
  public static void require(Configuration hadoop, ResolvedSettings settings) {
    if (settings.find(SourceSettings.FORMAT_NAME).isEmpty()) {
      settings
          .find(SourceSettings.INPUT)
          .ifPresent(input -> InputFiles.requireThere(hadoop, List.of(input)));
    }
  }
}
