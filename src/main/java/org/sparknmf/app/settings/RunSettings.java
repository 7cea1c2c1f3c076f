package org.sparknmf.app.settings;

import static org.sparknmf.app.settings.Setting.setting;
import static org.sparknmf.app.settings.Setting.withoutDefault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What tells one run from another, for those who schedule them. */
public final class RunSettings {
  public static final Setting<String> RUN_ID =
      withoutDefault(
          "run-id", "names the run in status file and manifest, else a random name does", "NAME");
  static final Setting<Map<String, String>> LABEL =
      new Setting<>(
          "label",
          "words of your own for the manifest; no secrets",
          Optional.empty(),
          ValueRule.pairs());

  public static final Setting<String> PUBLISH =
      setting(
          "publish",
          "how a result gets into its place: by renaming, or by a pointer to it where renaming is not atomic",
          "auto",
          ValueRule.oneOf("auto", "rename", "pointer"));

  public static final List<Setting<?>> ALL = List.of(PUBLISH, RUN_ID, LABEL);

  private RunSettings() {}

  /** The name of a run, which is at random where none is given: asked twice, there are two. */
  public static String runId(ResolvedSettings settings) {
    return settings.find(RUN_ID).orElseGet(() -> UUID.randomUUID().toString());
  }
}
