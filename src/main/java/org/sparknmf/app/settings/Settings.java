package org.sparknmf.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

/**
 * All settings of the command line: those of the {@link Catalogue}, and where a matrix comes from
 * and a result goes to.
 */
public final class Settings {

  /** The settings of {@code fit}, in the order in which people read about them. */
  public static final List<Setting<?>> ALL =
      Stream.of(SourceSettings.ALL, SourceSettings.OF_CELLS, Catalogue.OF_A_FIT, OutputSettings.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<String, Setting<?>> BY_SPELLING = bySpelling();

  private Settings() {}

  /** All settings of {@code fit} and of other commands. */
  static List<Setting<?>> all() {
    return Stream.of(ALL, ModelSettings.ALL, SelectSettings.ALL).flatMap(List::stream).toList();
  }

  /** The setting with a key in kebab case or in camel case. */
  static Optional<Setting<?>> spelled(String key) {
    return Optional.ofNullable(BY_SPELLING.get(key));
  }

  private static Map<String, Setting<?>> bySpelling() {
    Map<String, Setting<?>> map = new LinkedHashMap<>();
    for (Setting<?> setting : all()) {
      map.put(setting.key(), setting);
      map.put(setting.camelCase(), setting);
    }
    return map;
  }
}
