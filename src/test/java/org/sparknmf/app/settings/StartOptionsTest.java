package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.start.StartKind;

class StartOptionsTest {

  /** Each word is a key, an equals sign and a value. */
  private static ResolvedSettings settings(String words) {
    List<GivenValue> given = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      String[] pair = word.split("=", -1);
      Setting<?> setting = Settings.spelled(pair[0]).orElseThrow();
      given.add(new GivenValue(setting, pair[1], Origin.commandLine(setting)));
    }
    return ResolvedSettings.of(given);
  }

  @Test
  void aFitToStartFromImpliesCustom() {
    for (String words :
        List.of("init-from=m", "init=custom init-from=m", "init=auto init-from=m")) {
      StartOptions options = StartOptions.of(settings(words));
      assertThat(options.kind()).isEqualTo(StartKind.CUSTOM);
      assertThat(options.initFrom()).contains("m");
    }
  }

  @Test
  void otherStartsAreAsTheyAreCalled() {
    assertThat(StartOptions.of(ResolvedSettings.of(List.of())).kind()).isEqualTo(StartKind.AUTO);
    assertThat(StartOptions.of(settings("init=nndsvd fix-h=m")).kind()).isEqualTo(StartKind.NNDSVD);
  }

  @Test
  void componentsComeInTheirOrder() {
    StartOptions options = StartOptions.of(settings("fix-w=a fix-h=b fix-components=5,1"));
    assertThat(options.components()).containsExactly(5, 1);
    assertThat(options.fixW()).contains("a");
    assertThat(options.fixH()).contains("b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "init=custom|init custom starts from factors that are given, got none; give --init-from",
        "init=random init-from=m|init random and init-from 'm' exclude each other",
        "fix-components=1|got none; give --fix-w PATH or --fix-h PATH",
        "fix-h=m fix-components=2,1,2|must name each component once, got 2 twice; correct",
        "rank=2 fix-h=m fix-components=1,2,3|at most rank = 2 components, got 3; raise --rank",
        "init=compressed fix-h=m|init compressed moves every component, and fix-h holds some; say",
        "init=compressed fix-w=m|leave --fix-w out",
        "solver=bpp fix-w=m|solver bpp solves for all components of a row at once",
      })
  void contradictionsAreRefused(String words, String message) {
    assertThatThrownBy(() -> StartOptions.of(settings(words)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"init-from=m", "fix-w=m", "fix-h=m"})
  void aCommandThatStartsFreshRefusesThem(String words) {
    assertThatThrownBy(() -> StartOptions.requireNone("bench", settings(words)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("bench starts fresh");
    StartOptions.requireNone("bench", settings("init=random"));
  }
}
