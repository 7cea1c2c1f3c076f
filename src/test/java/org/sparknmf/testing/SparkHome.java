package org.sparknmf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Spark home that Maven's jars of Spark and our launch scripts make up.
 *
 * @param directory with {@code bin} and {@code jars}
 */
public record SparkHome(Path directory) {
  private static final Path OF_THE_BUILD =
      Path.of(System.getProperty("spark.home.dir", "target/spark-home")).toAbsolutePath();
  private static final Path MAKER = Path.of("src/test/sparks/make-home.sh").toAbsolutePath();

  /** That of the Spark that this project is compiled against; the package phase makes it. */
  static SparkHome ofTheBuild() {
    return new SparkHome(OF_THE_BUILD);
  }

  /**
   * That of another Spark, made if it is not there yet.
   *
   * @param spark its version and that of Scala: {@code 3.5.6_2.12}; or the folder of an
   *     installation: {@code /opt/spark-4.3.0}
   */
  public static SparkHome of(String spark) {
    if (spark.contains("/")) {
      return new SparkHome(Path.of(spark));
    }
    String[] versions = spark.split("_", -1);
    String core = "jars/spark-core_%s-%s.jar".formatted(versions[1], versions[0]);
    if (Files.exists(OF_THE_BUILD.resolve(core))) {
      return ofTheBuild();
    }
    Path home = OF_THE_BUILD.resolveSibling("sparks").resolve(spark);
    if (!Files.exists(home.resolve("bin/spark-class"))) {
      SubmitProcess.Result made =
          SubmitProcess.of(MAKER, versions[0], versions[1], home.toString()).run();
      assertThat(made.exitCode()).as(made.stdout() + made.stderr()).isZero();
    }
    return new SparkHome(home);
  }

  /** A program in its {@code bin}. */
  Path program(String name) {
    Path program = directory.resolve("bin").resolve(name);
    assertThat(Files.isExecutable(program))
        .as("%s is there; 'mvn package' makes it", program)
        .isTrue();
    return program;
  }

  /** What Spark consists of. */
  public List<Path> jars() {
    try (Stream<Path> files = Files.list(directory.resolve("jars"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
