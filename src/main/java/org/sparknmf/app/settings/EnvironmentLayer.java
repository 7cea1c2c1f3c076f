package org.sparknmf.app.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sparknmf.fit.setting.Setting;

/** Settings in environment variables: {@code NMF_MAX_ITERATIONS=50}. */
final class EnvironmentLayer {
  /** The directory of the configuration file; the entrance script sets it. */
  static final String CONF_DIR = "NMF_CONF_DIR";

  private static final String PREFIX = "NMF_";

  /** Variables that the entrance script reads or sets, and that are no settings. */
  private static final Set<String> RESERVED = Set.of(CONF_DIR, "NMF_JAR", "NMF_DRIVER_MEMORY");

  private EnvironmentLayer() {}

  /** The values in an environment; a variable with an empty value counts as not set. */
  static List<GivenValue> values(Map<String, String> environment) {
    return new TreeMap<>(environment)
        .entrySet().stream()
            .filter(variable -> isSetting(variable.getKey()) && !variable.getValue().isBlank())
            .map(variable -> value(variable.getKey(), variable.getValue()))
            .toList();
  }

  private static boolean isSetting(String name) {
    return name.startsWith(PREFIX) && !RESERVED.contains(name);
  }

  private static GivenValue value(String name, String text) {
    Optional<Setting<?>> found =
        Settings.all().stream()
            .filter(setting -> setting.environmentName().equals(name))
            .findFirst();
    Setting<?> setting =
        found.orElseThrow(() -> UnknownKey.in("environment", name, Setting::environmentName));
    return new GivenValue(setting, text, Origin.environment(setting));
  }
}
