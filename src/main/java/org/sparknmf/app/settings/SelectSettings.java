package org.sparknmf.app.settings;

import static org.sparknmf.app.settings.Setting.setting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sparknmf.select.SelectionSettings;
import org.sparknmf.solver.method.NmfSettings;

/** The settings of {@code select-rank}, beside those that it shares with {@code fit}. */
public final class SelectSettings {
  public static final Setting<List<Integer>> RANKS =
      new Setting<>(
          "ranks",
          "which ranks to try: from..to, or several separated by commas",
          Optional.of("2..20"),
          ValueRule.ranks());
  public static final Setting<OptionalDouble> HELD_OUT_SHARE =
      setting(
          "held-out-share",
          "part of the cells that each fit does not see, at most 0.5; auto: what the matrix can"
              + " spare, 0.8 to 10 percent",
          "auto",
          ValueRule.numberOr("auto"));
  public static final Setting<String> SEARCH =
      setting(
          "search",
          "whether all ranks are tried, or the least held-out error is sought between a few",
          "all",
          ValueRule.oneOf("all", "bisection"));

  public static final Setting<Boolean> WARM_START =
      setting(
          "warm-start",
          "begin each fit where that of the rank before ended, with further components at random",
          "false",
          ValueRule.flag());

  static final List<Setting<?>> ALL = List.of(RANKS, HELD_OUT_SHARE, SEARCH, WARM_START);

  private SelectSettings() {}

  /** What is to be tried. */
  public static SelectionSettings of(ResolvedSettings settings) {
    NmfSettings nmf = SolverOptions.alone(settings);
    return new SelectionSettings(
        settings.get(RANKS),
        settings.get(Settings.RESTARTS),
        settings.get(HELD_OUT_SHARE),
        settings.get(SEARCH).equals("bisection"),
        settings.get(WARM_START),
        nmf);
  }
}
