package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

class SettingsTest {

  @Test
  void listsEverySettingOnce() throws IllegalAccessException {
    Set<Setting<?>> declared = new HashSet<>();
    for (Class<?> part :
        List.of(
            SourceSettings.class,
            Catalogue.class,
            OutputSettings.class,
            ModelSettings.class,
            SelectSettings.class)) {
      for (Field field : part.getDeclaredFields()) {
        if (field.getType() == Setting.class) {
          Setting<?> setting = (Setting<?>) field.get(null);
          declared.add(setting);
          assertThat(setting.key().replace('-', '_')).isEqualToIgnoringCase(field.getName());
        }
      }
    }
    // Columns of a dataset are none of the command line's business.
    declared.removeIf(setting -> setting.key().endsWith("-col"));
    assertThat(Settings.all())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void everyDefaultIsAllowed() {
    assertThat(Settings.ALL)
        .allSatisfy(
            setting ->
                setting.defaultText().ifPresent(text -> Origin.BUILT_IN.parse(setting, text)));
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
    assertThat(Settings.spelled("max-iterations")).contains(Catalogue.MAX_ITERATIONS);
    assertThat(Settings.spelled("maxIterations")).contains(Catalogue.MAX_ITERATIONS);
    assertThat(Settings.spelled("MAX-ITERATIONS")).isEmpty();
    assertThat(Settings.spelled("losses")).isEmpty();
  }
}
