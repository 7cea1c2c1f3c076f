package org.sparknmf.app.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;

/** The versions of what takes part in a run. */
public final class Versions {
  private static final Pattern SPARK_CORE = Pattern.compile("/spark-core_(\\d+\\.\\d+)-[^/]*$");

  private Versions() {}

  /** The version of this program, as its jar says. */
  public static String sparkNmf() {
    return Objects.requireNonNullElse(
        Versions.class.getPackage().getImplementationVersion(), "development build");
  }

  /** The version of Spark, as its jar says. */
  public static String spark() {
    return of("spark-version-info.properties", "version");
  }

  /** The version of Scala's library, as its jar says. */
  public static String scala() {
    return of("library.properties", "version.number");
  }

  /** The Scala that Spark is built for, as its jar is named: {@code 2.12}; empty if it is not. */
  public static String scalaOfSpark() {
    CodeSource source = SparkContext.class.getProtectionDomain().getCodeSource();
    Matcher name = SPARK_CORE.matcher(source == null ? "" : source.getLocation().getPath());
    return name.find() ? name.group(1) : "";
  }

  /** The version of Hadoop, as its jar says. */
  public static String hadoop() {
    return of("common-version-info.properties", "version");
  }

  /** A version out of a jar's own file; asking the library would set up its log first. */
  private static String of(String file, String key) {
    try (InputStream in = Versions.class.getClassLoader().getResourceAsStream(file)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty(key, "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String java() {
    return System.getProperty("java.version");
  }
}
