package org.sparknmf.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.sparknmf.app.check.OpenPackages;
import org.sparknmf.app.check.VectorModule;
import org.sparknmf.app.check.Versions;

/** What Spark and this program ask of Java; this JVM is started as Spark starts one. */
class JavaOfSparkTest {
  private static final String OPENS_OF_A_SPARK =
      "-XX:+IgnoreUnrecognizedVMOptions --add-opens=java.base/java.nio=ALL-UNNAMED"
          + " --add-opens=java.base/java.time.zone=ALL-UNNAMED"
          + " --add-opens=java.base/no.longer.there=ALL-UNNAMED"
          + " --add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED -Da=b";
  private static final String EXECUTORS = "spark.executor.defaultJavaOptions";

  @Test
  void allThatThisSparkNeedsIsOpen() {
    assertThat(OpenPackages.closed()).isEmpty();
    assertThat(VectorModule.isHere()).isTrue();
  }

  @Test
  void whatIsClosedIsNamed() {
    assertThat(OpenPackages.closed(OPENS_OF_A_SPARK)).containsExactly("java.time.zone");
  }

  @Test
  void executorsGetTheVectorModuleWhereSparkDoesNotGiveIt() {
    SparkConf conf = new SparkConf(false);
    VectorModule.giveExecutors(conf);
    assertThat(conf.contains(EXECUTORS)).as("this Spark gives it").isFalse();
    VectorModule.giveExecutors(conf, OPENS_OF_A_SPARK);
    assertThat(conf.get(EXECUTORS)).isEqualTo("--add-modules=jdk.incubator.vector");
    VectorModule.giveExecutors(conf.set(EXECUTORS, "-Dx=y"), OPENS_OF_A_SPARK);
    assertThat(conf.get(EXECUTORS)).as("what the user said stands").isEqualTo("-Dx=y");
  }

  @Test
  void theJarOfSparkTellsItsScala() {
    assertThat(Versions.scalaOfSpark()).isEqualTo("2.13");
    assertThat(Versions.scala()).startsWith("2.13.");
  }
}
