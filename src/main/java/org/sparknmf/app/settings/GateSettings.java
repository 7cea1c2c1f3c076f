package org.sparknmf.app.settings;

import static org.sparknmf.app.settings.Setting.setting;

/** What a result must be like to take the place of the one before it. */
public final class GateSettings {
  public static final Setting<Boolean> REQUIRE_CONVERGENCE =
      setting(
          "require-convergence",
          "a run that stops before it has converged fails a quality gate",
          "false",
          ValueRule.flag());
  public static final Setting<Double> MAX_RELATIVE_ERROR =
      setting(
          "max-relative-error",
          "a relative error above this fails a quality gate",
          "unlimited",
          ValueRule.limit());
  public static final Setting<Double> MAX_EMPTY_ROWS =
      setting(
          "max-empty-rows",
          "more rows of X without a cell than this fail a quality gate",
          "unlimited",
          ValueRule.limit());

  private GateSettings() {}
}
