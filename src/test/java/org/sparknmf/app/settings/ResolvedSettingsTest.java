package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.InvalidSettingException;

class ResolvedSettingsTest {
  private static final Origin OPTION = Origin.commandLine(Settings.RANK);

  @Test
  void hasTheDocumentedDefaults() {
    ResolvedSettings settings = ResolvedSettings.of(List.of());
    assertThat(settings.get(Settings.RANK)).isEqualTo(10);
    assertThat(settings.get(Settings.MAX_ITERATIONS)).isEqualTo(200);
    assertThat(settings.get(Settings.TOLERANCE)).isEqualTo(1e-4);
    assertThat(settings.get(Settings.SEED)).isEqualTo(42L);
    assertThat(settings.get(Settings.TRANSPOSE)).isFalse();
    assertThat(settings.get(Settings.PARTITIONS)).isEqualTo(OptionalInt.empty());
    assertThat(settings.get(Settings.IF_EXISTS)).isEqualTo("error");
    assertThat(settings.find(Settings.INPUT)).isEmpty();
    assertThat(settings.isGiven(Settings.RANK)).isFalse();
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> ResolvedSettings.of(List.of()).get(Settings.OUTPUT))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "output is not given: directory for the factors, published whole or not at all;"
                + " give --output PATH");
  }

  @Test
  void theLaterValuePrevails() {
    GivenValue inFile = new GivenValue(Settings.RANK, "3", Origin.file("f", 1));
    GivenValue option = new GivenValue(Settings.RANK, " 4 ", OPTION);
    ResolvedSettings settings = ResolvedSettings.of(List.of(inFile, option));
    assertThat(settings.get(Settings.RANK)).isEqualTo(4);
    assertThat(settings.text(Settings.RANK)).contains("4");
    assertThat(settings.origin(Settings.RANK)).isEqualTo(OPTION);
    assertThat(settings.isGiven(Settings.RANK)).isTrue();
  }

  @Test
  void evenAValueThatDoesNotPrevailMustBeAllowed() {
    GivenValue inFile = new GivenValue(Settings.RANK, "three", Origin.file("f", 1));
    GivenValue option = new GivenValue(Settings.RANK, "4", OPTION);
    assertThatThrownBy(() -> ResolvedSettings.of(List.of(inFile, option)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("(f line 1)");
  }

  @Test
  void changingOneLeavesTheOriginal() {
    ResolvedSettings settings = ResolvedSettings.of(List.of());
    ResolvedSettings changed = settings.with(Settings.RANK, "7", Origin.commandDefault("demo"));
    assertThat(changed.get(Settings.RANK)).isEqualTo(7);
    assertThat(changed.isGiven(Settings.RANK)).isFalse();
    assertThat(settings.get(Settings.RANK)).isEqualTo(10);
    assertThatThrownBy(() -> settings.with(Settings.RANK, "x", OPTION))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void isAMapOfPlainValues() {
    ResolvedSettings settings =
        ResolvedSettings.of(List.of(new GivenValue(Settings.PARTITIONS, "7", OPTION)));
    assertThat(settings.asMap())
        .containsEntry("partitions", 7)
        .containsEntry("seed", 42L)
        .containsEntry("transpose", false)
        .containsEntry("input", null)
        .hasSameSizeAs(Settings.ALL);
    assertThat(ResolvedSettings.of(List.of()).asMap()).containsEntry("partitions", "auto");
  }
}
