package org.sparknmf.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.memory.UnifiedMemoryManager;
import org.junit.jupiter.api.Test;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.solver.InvalidSettingException;

class RefusedStartTest {

  /** Spark's own words, as it looks at the heap. */
  @Test
  void tooLittleMemoryIsAWrongSetting() {
    SparkConf driver = new SparkConf(false).set("spark.testing.memory", "268435456");
    assertRefused(driver, "spark.driver.memory must give a heap of at least 450 MiB, got 256 MiB");
    SparkConf executor =
        new SparkConf(false)
            .set("spark.testing.memory", "1073741824")
            .set("spark.executor.memory", "200m");
    assertRefused(executor, "spark.executor.memory must give a heap of at least 450 MiB, got 200");
  }

  @Test
  void anyOtherValueThatSparkRefusesIsOneToo() {
    SparkConf conf = new SparkConf(false).set("spark.executor.memory", "plenty");
    assertRefused(conf, "Spark refuses its configuration: ");
    assertThat(RefusedStart.explaining(() -> "started")).isEqualTo("started");
  }

  private static void assertRefused(SparkConf conf, String message) {
    assertThatThrownBy(
            () ->
                RefusedStart.explaining(() -> UnifiedMemoryManager.apply(conf, 1).maxHeapMemory()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(message)
        .satisfies(
            thrown -> {
              assertThat(Failure.of(thrown).code()).isEqualTo(ExitCode.USAGE);
              assertThat(Failure.of(thrown).remedy().toLowerCase(Locale.ROOT)).contains("--spark");
            });
  }
}
