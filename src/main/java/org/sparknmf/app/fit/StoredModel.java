package org.sparknmf.app.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.frame.factor.ComponentFrame;
import org.sparknmf.frame.factor.StoredFactor;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.solver.InvalidSettingException;

/** Factors that an earlier fit has left, in a directory that an option names. */
record StoredModel(ResultDirectory directory, String option, String path) {
  /**
   * Looks the directory up.
   *
   * @param option that names it
   * @throws InputUnreadableException if it is not there
   */
  static StoredModel find(SparkSession spark, Setting<String> option, String path) {
    StoredModel model = new StoredModel(new ResultDirectory(spark, path), option.option(), path);
    if (!model.directory.exists()) {
      throw new InputUnreadableException(
          model.place() + " does not exist; give the --output of a fit");
    }
    return model;
  }

  private String place() {
    return option + " '" + path + "'";
  }

  /**
   * One of its factors.
   *
   * @param name {@link ResultWriter#W} or {@link ResultWriter#H}
   * @throws InputUnreadableException if it is not there
   */
  StoredFactor factor(String name) {
    requireTable(name, "give the --output of a fit");
    String place = name + " of " + place();
    return ReadFailures.explaining(
        place, () -> StoredFactor.open(directory.readTable(name), place));
  }

  private void requireTable(String name, String remedy) {
    if (!directory.has(name)) {
      throw new InputUnreadableException(
          "%s has no %s/ with Parquet files in it; %s".formatted(place(), name, remedy));
    }
  }

  /**
   * The positions of components in the arrays of the factors.
   *
   * @param components their numbers, 1 for the heaviest; none for all, as they stand
   * @param rank of the factors
   */
  List<Integer> positions(List<Integer> components, int rank) {
    if (components.isEmpty()) {
      return IntStream.range(0, rank).boxed().toList();
    }
    requireTable(
        ResultWriter.COMPONENTS,
        "which tells components by number: give a whole result, or leave --fix-components out");
    List<ComponentSummary> all =
        ReadFailures.explaining(
            place(), () -> ComponentFrame.read(directory.readTable(ResultWriter.COMPONENTS)));
    for (int component : components) {
      if (component > Math.min(all.size(), rank)) {
        throw new InvalidSettingException(
            "fix-components must be from 1 to %d, the components of %s, got %d; correct --fix-components"
                .formatted(Math.min(all.size(), rank), place(), component));
      }
    }
    return components.stream().map(number -> all.get(number - 1).position()).toList();
  }
}
