package io.github.sparknmf.app;

import java.util.Objects;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.package$;

/** The versions of what takes part in a run. */
final class Versions {
  private Versions() {}

  /** The version of this program, as its jar says. */
  static String sparkNmf() {
    return Objects.requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "development build");
  }

  static String spark() {
    return package$.MODULE$.SPARK_VERSION();
  }

  static String scala() {
    return scala.util.Properties.versionNumberString();
  }

  static String hadoop() {
    return VersionInfo.getVersion();
  }

  static String java() {
    return System.getProperty("java.version");
  }
}
