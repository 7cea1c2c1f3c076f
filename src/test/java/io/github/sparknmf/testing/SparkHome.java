package io.github.sparknmf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** The Spark home that Maven's package phase makes of Spark's jars and our launch scripts. */
final class SparkHome {
  private SparkHome() {}

  /** A program in its {@code bin}. */
  static Path program(String name) {
    String home = System.getProperty("spark.home.dir", "target/spark-home");
    Path program = Path.of(home, "bin", name).toAbsolutePath();
    assertThat(Files.isExecutable(program))
        .as("%s is there; 'mvn package' makes it", program)
        .isTrue();
    return program;
  }
}
