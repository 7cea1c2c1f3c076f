package org.sparknmf.app.check;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/** The packages of Java that this Spark needs open, and gets open where spark-submit starts it. */
public final class OpenPackages {
  private static final Pattern OPTION =
      Pattern.compile("--add-opens=java\\.base/([\\w.]+)=ALL-UNNAMED");

  private OpenPackages() {}

  /** The packages that are not open. */
  public static List<String> closed() {
    return closed(JavaModuleOptions.defaultModuleOptions());
  }

  public static List<String> closed(String optionsOfSpark) {
    Module base = Object.class.getModule();
    Module spark = JavaModuleOptions.class.getModule();
    return OPTION
        .matcher(optionsOfSpark)
        .results()
        .map(option -> option.group(1))
        .filter(name -> base.getPackages().contains(name) && !base.isOpen(name, spark))
        .toList();
  }
}
