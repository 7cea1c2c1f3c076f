package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.io.publish.IfExists;
import org.sparknmf.solver.InvalidSettingException;

class ResolvedSettingsTest {
  private static final Origin OPTION = Origin.commandLine(Catalogue.RANK);

  @Test
  void hasTheDocumentedDefaults() {
    ResolvedSettings settings = ResolvedSettings.of(List.of());
    assertThat(settings.get(Catalogue.RANK)).isEqualTo(10);
    assertThat(settings.get(Catalogue.MAX_ITERATIONS)).isEqualTo(200);
    assertThat(settings.get(Catalogue.TOLERANCE)).isEqualTo(1e-4);
    assertThat(settings.get(Catalogue.SEED)).isEqualTo(42L);
    assertThat(settings.get(SourceSettings.TRANSPOSE)).isFalse();
    assertThat(settings.get(Catalogue.PARTITIONS)).isEqualTo(OptionalInt.empty());
    assertThat(settings.get(OutputSettings.IF_EXISTS)).isEqualTo(IfExists.ERROR);
    assertThat(settings.find(SourceSettings.INPUT)).isEmpty();
    assertThat(settings.isGiven(Catalogue.RANK)).isFalse();
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> ResolvedSettings.of(List.of()).get(OutputSettings.OUTPUT))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "output is not given: directory for the factors, published whole or not at all;"
                + " give --output PATH");
  }

  @Test
  void theLaterValuePrevails() {
    GivenValue inFile = new GivenValue(Catalogue.RANK, "3", Origin.file("f", 1));
    GivenValue option = new GivenValue(Catalogue.RANK, " 4 ", OPTION);
    ResolvedSettings settings = ResolvedSettings.of(List.of(inFile, option));
    assertThat(settings.get(Catalogue.RANK)).isEqualTo(4);
    assertThat(settings.text(Catalogue.RANK)).contains("4");
    assertThat(settings.origin(Catalogue.RANK)).isEqualTo(OPTION);
    assertThat(settings.isGiven(Catalogue.RANK)).isTrue();
  }

  @Test
  void evenAValueThatDoesNotPrevailMustBeAllowed() {
    GivenValue inFile = new GivenValue(Catalogue.RANK, "three", Origin.file("f", 1));
    GivenValue option = new GivenValue(Catalogue.RANK, "4", OPTION);
    assertThatThrownBy(() -> ResolvedSettings.of(List.of(inFile, option)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("(f line 1)");
  }

  @Test
  void changingOneLeavesTheOriginal() {
    ResolvedSettings settings = ResolvedSettings.of(List.of());
    ResolvedSettings changed = settings.with(Catalogue.RANK, "7", Origin.commandDefault("demo"));
    assertThat(changed.get(Catalogue.RANK)).isEqualTo(7);
    assertThat(changed.isGiven(Catalogue.RANK)).isFalse();
    assertThat(settings.get(Catalogue.RANK)).isEqualTo(10);
    assertThatThrownBy(() -> settings.with(Catalogue.RANK, "x", OPTION))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void isAMapOfPlainValues() {
    ResolvedSettings settings =
        ResolvedSettings.of(List.of(new GivenValue(Catalogue.PARTITIONS, "7", OPTION)));
    assertThat(settings.asMap())
        .containsEntry("partitions", 7)
        .containsEntry("seed", 42L)
        .containsEntry("transpose", false)
        .containsEntry("input", null)
        .hasSameSizeAs(Settings.ALL);
    assertThat(ResolvedSettings.of(List.of()).asMap()).containsEntry("partitions", "auto");
  }
}
