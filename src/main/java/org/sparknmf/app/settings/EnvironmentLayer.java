package org.sparknmf.app.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sparknmf.fit.setting.Setting;

/**
 * Settings in environment variables: {@code SPARK_NMF_MAX_ITERATIONS=50}. Variables are inherited
 * from whatever started the program; one that is no setting is none of its user's doing, and only
 * warned of.
 */
final class EnvironmentLayer {
  /** The directory of the configuration file; the entrance script sets it. */
  static final String CONF_DIR = Setting.ENVIRONMENT_PREFIX + "CONF_DIR";

  /** Variables that the entrance script reads or sets, and that are no settings. */
  private static final Set<String> RESERVED =
      Set.of(
          CONF_DIR,
          Setting.ENVIRONMENT_PREFIX + "JAR",
          Setting.ENVIRONMENT_PREFIX + "STARTED",
          Setting.ENVIRONMENT_PREFIX + "DRIVER_MEMORY");

  private EnvironmentLayer() {}

  /** The values in an environment; a variable with an empty value counts as not set. */
  static List<GivenValue> values(Map<String, String> environment) {
    return variables(environment)
        .flatMap(
            variable ->
                setting(variable.getKey())
                    .map(
                        setting ->
                            new GivenValue(
                                setting, variable.getValue(), Origin.environment(setting)))
                    .stream())
        .toList();
  }

  /** What to say of variables that have our prefix and are no settings, or are some by it alone. */
  static List<String> warnings(Map<String, String> environment) {
    Stream<String> unknown =
        variables(environment)
            .map(Map.Entry::getKey)
            .filter(name -> setting(name).isEmpty())
            .map(
                name ->
                    UnknownKey.words(
                        "environment", name, Setting.ENVIRONMENT_PREFIX, Setting::environmentName));
    Stream<String> former =
        Settings.all().stream()
            .map(Setting::environmentName)
            .filter(name -> !environment.getOrDefault(formerName(name), "").isBlank())
            .map(
                name ->
                    "environment: %s is not read; the setting is called %s there"
                        .formatted(formerName(name), name));
    return Stream.concat(unknown, former).toList();
  }

  /** Variables without {@code SPARK_} were ours once; now they may be any program's. */
  private static String formerName(String name) {
    return name.substring("SPARK_".length());
  }

  private static Stream<Map.Entry<String, String>> variables(Map<String, String> environment) {
    return new TreeMap<>(environment)
        .entrySet().stream()
            .filter(variable -> isOurs(variable.getKey()) && !variable.getValue().isBlank());
  }

  private static boolean isOurs(String name) {
    return name.startsWith(Setting.ENVIRONMENT_PREFIX) && !RESERVED.contains(name);
  }

  private static Optional<Setting<?>> setting(String name) {
    return Settings.all().stream()
        .filter(setting -> setting.environmentName().equals(name))
        .findFirst();
  }
}
