package org.sparknmf.app.settings;

import java.util.List;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.FitSettings;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingList;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.select.SelectionSettings;

/** The settings of {@code select-rank}, beside those that it shares with {@code fit}. */
public final class SelectSettings {
  public static final Setting<Search> SEARCH =
      new SettingList("0.1.0")
          .add("search", ValueRule.word(Search.class), "all")
          .meaning(
              "all tries all ranks, bisection searches the least held-out error with a few of them");

  static final List<Setting<?>> ALL =
      List.of(Catalogue.RANKS, Catalogue.HELD_OUT_SHARE, SEARCH, Catalogue.WARM_START);

  /** Which ranks are tried. */
  enum Search {
    /** All ranks that are given. */
    ALL,
    /** A few ranks, and others between them. */
    BISECTION
  }

  private SelectSettings() {}

  /** What is to be tried. */
  public static SelectionSettings of(ResolvedSettings settings) {
    return new SelectionSettings(
        settings.get(Catalogue.RANKS),
        settings.get(Catalogue.RESTARTS),
        settings.get(Catalogue.HELD_OUT_SHARE),
        settings.get(SEARCH) == Search.BISECTION,
        settings.get(Catalogue.WARM_START),
        FitSettings.of(settings));
  }
}
