package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void listsEverySettingOnce() {
    List<String> declared =
        Stream.of(Settings.class, SourceSettings.class, GateSettings.class, RunSettings.class)
            .flatMap(part -> Arrays.stream(part.getDeclaredFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .filter(field -> field.getType() == Setting.class)
            .map(Field::getName)
            .toList();
    List<String> listed =
        Settings.ALL.stream().map(s -> s.environmentName().substring("NMF_".length())).toList();
    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyDefaultIsAllowed() {
    assertThat(Settings.ALL)
        .allSatisfy(
            setting ->
                setting.defaultText().ifPresent(text -> setting.parse(text, Origin.BUILT_IN)));
  }

  @Test
  void everyDescriptionIsOneLine() {
    assertThat(Settings.ALL)
        .allSatisfy(
            setting -> {
              assertThat(setting.key()).matches("[a-z][a-z0-9]*(-[a-z]+)*");
              assertThat(setting.description()).isNotBlank().doesNotContain("\n", "%", "|");
              assertThat(setting.description()).doesNotEndWith(".");
            });
  }

  @Test
  void knowsBothSpellings() {
    assertThat(Settings.spelled("max-iterations")).contains(Settings.MAX_ITERATIONS);
    assertThat(Settings.spelled("maxIterations")).contains(Settings.MAX_ITERATIONS);
    assertThat(Settings.spelled("MAX-ITERATIONS")).isEmpty();
    assertThat(Settings.spelled("losses")).isEmpty();
  }
}
