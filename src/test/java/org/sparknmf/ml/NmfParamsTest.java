package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

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
    assertThat(estimator.getSolver()).as("another than that of fit").isEqualTo("auto");
    assertThat(estimator.isDefined(estimator.idCol())).isFalse();
  }

  /** One start has nothing in common with others; said when it is set, not when it is fitted. */
  @Test
  void oneStartIsNoConsensus() {
    NMF estimator = new NMF();
    for (int starts : new int[] {0, 2, 50}) {
      assertThat(estimator.setConsensus(starts).getConsensus()).isEqualTo(starts);
    }
    for (int starts : new int[] {-1, 1}) {
      assertThatThrownBy(() -> estimator.setConsensus(starts))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("0 or a whole number of at least 2");
    }
  }

  @Test
  void everyParameterIsASettingOfTheCatalogue() {
    requireSettings(new NMF("n"), Catalogue.OF_THE_ESTIMATOR, Catalogue.WHERE_THE_FIT_COUNTS);
    List<Setting<?>> all = new ArrayList<>(Catalogue.OF_THE_ESTIMATOR);
    all.addAll(Catalogue.OF_A_SELECTION);
    requireSettings(new NMFRankSelector("s"), all, Catalogue.WHERE_RANKS_ARE_TRIED);
  }

  private static void requireSettings(
      Params estimator, List<Setting<?>> settings, Map<Setting<?>, String> otherDefaults) {
    assertThat(estimator.params()).hasSameSizeAs(settings);
    for (Setting<?> setting : settings) {
      Param<?> param = estimator.getParam(setting.parameter().orElseThrow().name());
      assertThat(param.doc()).startsWith(setting.description());
      String byDefault = otherDefaults.getOrDefault(setting, setting.defaultText().orElse(null));
      assertThat(estimator.hasDefault(param)).isEqualTo(byDefault != null);
      if (byDefault != null) {
        String held = new ParamForm(setting).text(estimator.getOrDefault(param));
        assertThat(setting.read(held)).isPresent().isEqualTo(setting.read(byDefault));
      }
    }
  }

  /** Closures of Spark may take an estimator along. */
  @Test
  void rulesOutliveSerialization() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new NMF("far"));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      NMF estimator = (NMF) in.readObject();
      assertThat(estimator.setPartitions(7).getPartitions()).isEqualTo(7);
      assertThatThrownBy(() -> estimator.setPartitions(-1))
          .hasMessage(
              "parameter partitions must be auto or a whole number of at least 1, where 0 stands"
                  + " for auto, got -1; set another value");
    }
  }

  @Test
  void whatOnlyFilesCanSayIsRefused() {
    assertThatThrownBy(() -> new NMF().setInit("custom"))
        .hasMessageContaining(
            "one of auto, random, nndsvd, nndsvda, nndsvdar, compressed, got custom");
  }

  @Test
  void aValueOutOfRangeIsRefusedWithTheRange() {
    NMF estimator = new NMF();
    assertThatThrownBy(() -> estimator.setK(0))
        .hasMessage(
            "parameter k must be a whole number of at least 1 and at most 10000, got 0; set another value");
    assertThatThrownBy(() -> estimator.setTol(-1)).hasMessageContaining("at least 0, got -1.0");
    assertThatThrownBy(() -> estimator.setSolver("sgd"))
        .hasMessageContaining("one of auto, mu, hals, bpp, got sgd");
    assertThatThrownBy(() -> estimator.setMaxRuntime(Double.NaN))
        .hasMessageContaining("a number above 0, got NaN");
    assertThat(Arrays.asList("1", "1.5", "kullback-leibler"))
        .allSatisfy(loss -> assertThat(estimator.setLoss(loss).getLoss()).isEqualTo(loss));
  }
}
