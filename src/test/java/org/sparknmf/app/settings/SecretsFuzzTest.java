package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.app.RecordedRun;
import org.sparknmf.app.failure.ErrorCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.testing.PlantedSecrets;
import org.sparknmf.testing.PlantedSecrets.Planted;
import org.sparknmf.text.Json;

/** Five thousand secrets in settings: nothing that is printed or written shows a piece of one. */
class SecretsFuzzTest {
  private static final int SECRETS = 5_000;

  @Test
  void nothingShowsAPieceOfASecret() {
    PlantedSecrets secrets = new PlantedSecrets(18);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < SECRETS; i++) {
      Planted planted = secrets.next();
      Setting<?> setting = Settings.spelled(planted.key()).orElseThrow();
      List<GivenValue> given = new ArrayList<>();
      given.add(new GivenValue(setting, planted.value(), Origin.commandLine(setting)));
      if (planted.key().equals("format-option")) {
        given.add(value(SourceSettings.INPUT, "x"));
        given.add(value(SourceSettings.FORMAT_NAME, "jdbc"));
      } else if (planted.key().equals("output") || planted.key().equals("label")) {
        given.add(value(SourceSettings.INPUT, "x"));
      } else if (planted.key().equals("init-from")) {
        given.add(value(SourceSettings.TABLE, "t"));
      }
      ResolvedSettings settings = ResolvedSettings.of(given);
      for (String text : shown(settings, setting, planted)) {
        if (planted.isSeenIn(text)) {
          seen.add(planted + " in " + text);
        }
      }
    }
    assertThat(seen).isEmpty();
  }

  private static GivenValue value(Setting<?> setting, String text) {
    return new GivenValue(setting, text, Origin.commandLine(setting));
  }

  /** Configuration, report, manifest and status; a message of ours, and messages of others. */
  private static List<String> shown(
      ResolvedSettings settings, Setting<?> setting, Planted planted) {
    String raw = planted.value();
    String quoted = "Cannot read '%s': it is not there; correct it".formatted(raw);
    String json = "{\"path\": %s}".formatted(Json.line(raw));
    String encoded = "no host in " + URLEncoder.encode(raw, StandardCharsets.UTF_8);
    return List.of(
        settings.shown(setting).orElseThrow(),
        Json.text(settings.asMap()),
        InputOptions.words(settings),
        new Failure(ErrorCode.INPUT_UNREADABLE, quoted).message(),
        new Failure(ErrorCode.INTERNAL, quoted).line(),
        new Failure(ErrorCode.INTERNAL, json).message(),
        new Failure(ErrorCode.INTERNAL, encoded).message(),
        said(quoted),
        said(json));
  }

  private static String said(String line) {
    RecordedRun run = new RecordedRun(Path.of(""));
    Surroundings around = run.surroundings();
    new Console(around.err(), Console.style(false, around.environment())).warn(line);
    return run.err();
  }
}
