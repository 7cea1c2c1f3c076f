package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparknmf.engine.plan.PlanException;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.testing.TestSpark;

class EnginesIT {
  private static final double TEBIBYTE = Math.pow(2, 40);

  private final JavaSparkContext context = new JavaSparkContext(TestSpark.session().sparkContext());

  /** Plan shuffle has H nowhere as a whole. */
  @ParameterizedTest
  @EnumSource(PlanKind.class)
  void whatDoesNotFitBesideHIsRefused(PlanKind kind) {
    try (SparkScope scope = new SparkScope(context)) {
      Engines engines = new Engines(kind, null, new EngineSettings("", 10, 10), scope);
      engines.requireBesideH(1 << 20, "something", "want less");
      if (kind == PlanKind.SHUFFLE) {
        assertThatCode(() -> engines.requireBesideH(TEBIBYTE, "something", "want less"))
            .doesNotThrowAnyException();
        return;
      }
      assertThatThrownBy(() -> engines.requireBesideH(TEBIBYTE, "something", "want less"))
          .isInstanceOf(PlanException.class)
          .hasMessageStartingWith("something takes 1024.00 GiB of the driver's memory")
          .hasMessageEndingWith("raise --driver-memory, or want less");
    }
  }
}
