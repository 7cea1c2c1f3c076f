package org.sparknmf.app.session;

import java.security.CodeSource;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.SparkContext;
import org.apache.spark.package$;

/** The versions of what takes part in a run. */
public final class Versions {
  private static final Pattern SPARK_CORE = Pattern.compile("/spark-core_(\\d+\\.\\d+)-[^/]*$");

  private Versions() {}

  /** The version of this program, as its jar says. */
  public static String sparkNmf() {
    return Objects.requireNonNullElse(
        Versions.class.getPackage().getImplementationVersion(), "development build");
  }

  public static String spark() {
    return package$.MODULE$.SPARK_VERSION();
  }

  public static String scala() {
    return scala.util.Properties.versionNumberString();
  }

  /** The Scala that Spark is built for, as its jar is named: {@code 2.12}; empty if it is not. */
  public static String scalaOfSpark() {
    CodeSource source = SparkContext.class.getProtectionDomain().getCodeSource();
    Matcher name = SPARK_CORE.matcher(source == null ? "" : source.getLocation().getPath());
    return name.find() ? name.group(1) : "";
  }

  public static String hadoop() {
    return VersionInfo.getVersion();
  }

  public static String java() {
    return System.getProperty("java.version");
  }
}
