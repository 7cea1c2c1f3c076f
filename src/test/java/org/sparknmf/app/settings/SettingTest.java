package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.report.Pictures;
import org.sparknmf.solver.InvalidSettingException;

class SettingTest {

  @Test
  void hasOneNameInEachLayer() {
    Setting<Integer> setting = Catalogue.MAX_ITERATIONS;
    assertThat(setting.key()).isEqualTo("max-iterations");
    assertThat(setting.option()).isEqualTo("--max-iterations");
    assertThat(setting.environmentName()).isEqualTo("SPARK_NMF_MAX_ITERATIONS");
    assertThat(setting.sparkKey()).isEqualTo("spark.nmf.max-iterations");
    assertThat(setting.camelCase()).isEqualTo("maxIterations");
  }

  @Test
  void refusesWithValueRuleAndRemedy() {
    assertRefused(
        Catalogue.RANK,
        "ten",
        Origin.commandLine(Catalogue.RANK),
        "rank must be a whole number of at least 1, got 'ten'; give --rank 10");
  }

  @Test
  void namesThePlaceOfAValue() {
    assertRefused(
        Catalogue.RANK,
        " 0 ",
        Origin.file("a.properties", 3),
        "rank must be a whole number of at least 1, got '0' (a.properties line 3); write rank=10");
    assertRefused(
        Catalogue.RANK,
        "-1",
        Origin.environment(Catalogue.RANK),
        "rank must be a whole number of at least 1, got '-1' (environment SPARK_NMF_RANK);"
            + " set SPARK_NMF_RANK=10");
    assertRefused(
        Catalogue.TOLERANCE,
        "-1",
        Origin.spark("spark.nmf.tolerance"),
        "tolerance must be a number of at least 0, got '-1' (Spark property"
            + " spark.nmf.tolerance); set spark.nmf.tolerance=1e-4");
  }

  @Test
  void pixelsLieInAShape() {
    assertThat(Origin.BUILT_IN.parse(OutputSettings.IMAGE_SHAPE, "19x23"))
        .isEqualTo(new Pictures.Shape(19, 23));
    for (String bad : new String[] {"8", "8x", "0x8", "8x-1", "129x129", "8 x 8", "99999x99999"}) {
      assertRefused(
          OutputSettings.IMAGE_SHAPE,
          bad,
          Origin.commandLine(OutputSettings.IMAGE_SHAPE),
          "image-shape must be rows x columns of pixels such as 8x8, at most 16384 of them, got '"
              + bad
              + "'; give --image-shape RxC");
    }
  }

  @Test
  void proposesTheNearestWord() {
    assertRefused(
        OutputSettings.IF_EXISTS,
        "overwrit",
        Origin.commandLine(OutputSettings.IF_EXISTS),
        "if-exists must be one of error, overwrite, skip, resume, got 'overwrit';"
            + " give --if-exists overwrite");
    assertRefused(
        SourceSettings.INPUT,
        "",
        Origin.commandLine(SourceSettings.INPUT),
        "input must be a text that is not empty, got ''; give --input PATH");
  }

  @Test
  void blanksAroundAValueAreNothingOtherCharactersAre() {
    Origin file = Origin.file("a.properties", 3);
    assertThat(file.parse(Catalogue.RANK, "\t7 \r")).isEqualTo(7);
    for (String bad : new String[] {"7\u0000", "\u001f7", "7\u0085", "\u001b7", "7d"}) {
      assertThatThrownBy(() -> file.parse(Catalogue.RANK, bad))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("rank must be a whole number of at least 1");
    }
    assertThatThrownBy(() -> file.parse(OutputSettings.IF_EXISTS, "skip\u001c"))
        .hasMessageStartingWith("if-exists must be one of error, overwrite, skip, resume, got");
  }

  /** A path or a query may have any character but one, which no file system and no database has. */
  @Test
  void aTextMayHaveAnyCharacterButNul() {
    Origin file = Origin.file("a.properties", 3);
    assertThat(file.parse(SourceSettings.SQL, "select\n\t1\u0001")).isEqualTo("select\n\t1\u0001");
    assertThatThrownBy(() -> file.parse(SourceSettings.INPUT, "x\u0000.csv"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("input must be a text that is not empty without the character NUL");
  }

  private static void assertRefused(
      Setting<?> setting, String text, Origin origin, String message) {
    assertThatThrownBy(() -> origin.parse(setting, text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(message);
  }
}
