package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.ml.param.Param;
import org.junit.jupiter.api.Test;

/** What wrappers in other languages rely on, which find parameters by reflection. */
class NmfParamsTest {
  @Test
  void everyParameterHasAccessorGetterAndSetter() throws NoSuchMethodException {
    NMF estimator = new NMF("given");
    assertThat(estimator.uid()).isEqualTo("given");
    assertThat(estimator.params()).hasSizeGreaterThan(20);
    for (Param<?> param : estimator.params()) {
      String name = param.name();
      String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      assertThat(param.parent()).isEqualTo("given");
      assertThat(param.doc()).isNotBlank();
      assertThat(Param.class.isAssignableFrom(NMF.class.getMethod(name).getReturnType())).isTrue();
      Class<?> type = NMF.class.getMethod("get" + capital).getReturnType();
      Method setter = NMF.class.getMethod("set" + capital, type);
      assertThat(setter.getReturnType()).as("fluent").isEqualTo(NMF.class);
    }
  }

  @Test
  void defaultsAreThoseOfTheCommandLine() {
    NMF estimator = new NMF();
    assertThat(estimator.getK()).isEqualTo(10);
    assertThat(estimator.getMaxIter()).isEqualTo(200);
    assertThat(estimator.getTol()).isEqualTo(1e-4);
    assertThat(estimator.getSeed()).isEqualTo(42);
    assertThat(estimator.getLoss()).isEqualTo("frobenius");
    assertThat(estimator.isDefined(estimator.idCol())).isFalse();
  }

  @Test
  void aValueOutOfRangeIsRefusedWithTheRange() {
    NMF estimator = new NMF();
    assertThatThrownBy(() -> estimator.setK(0))
        .hasMessage("parameter k must be from 1.0 to 10000.0, got 0; set another value");
    assertThatThrownBy(() -> estimator.setTol(-1)).hasMessageContaining("at least 0, got -1.0");
    assertThatThrownBy(() -> estimator.setSolver("sgd"))
        .hasMessageContaining("one of mu, hals, bpp, got sgd");
    assertThatThrownBy(() -> estimator.setMaxRuntime(Double.NaN))
        .hasMessageContaining("a number above 0, got NaN");
    assertThat(Arrays.asList("1", "1.5", "kullback-leibler"))
        .allSatisfy(loss -> assertThat(estimator.setLoss(loss).getLoss()).isEqualTo(loss));
  }
}
