package org.sparknmf.app.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

/**
 * Lays the configuration of a command together: built-in defaults, the command's defaults, {@code
 * conf/nmf-defaults.properties}, {@code --config} files, environment, Spark properties, command
 * line; a later one prevails.
 */
public final class SettingLayers {
  static final String DEFAULTS_FILE = "nmf-defaults.properties";

  private SettingLayers() {}

  /**
   * The settings of a command.
   *
   * @param command its name
   * @param byDefault its own values, above the built-in defaults
   * @param configFiles the files given by {@code --config}, in their order
   * @param commandLine the settings given as options
   */
  public static ResolvedSettings resolve(
      String command,
      Map<Setting<?>, String> byDefault,
      Surroundings around,
      List<String> configFiles,
      List<GivenValue> commandLine) {
    List<GivenValue> given = new ArrayList<>();
    Origin own = Origin.commandDefault(command);
    byDefault.forEach((setting, text) -> given.add(new GivenValue(setting, text, own)));
    Path defaults = defaultsFile(around);
    if (Files.exists(defaults)) {
      given.addAll(ConfigFile.read(defaults));
    }
    for (String file : configFiles) {
      given.addAll(ConfigFile.read(around.workingDirectory().resolve(file)));
    }
    given.addAll(EnvironmentLayer.values(around.environment()));
    given.addAll(SparkLayer.values(around.systemProperties()));
    given.addAll(commandLine);
    return ofSeveralStarts(ResolvedSettings.of(given));
  }

  /** Of several starts the fit counts: where no layer names a solver, the program chooses it. */
  private static ResolvedSettings ofSeveralStarts(ResolvedSettings settings) {
    boolean isOfSeveral =
        settings.get(Catalogue.RESTARTS) > 1 || settings.get(Catalogue.CONSENSUS) > 0;
    ResolvedSettings resolved = settings;
    for (Map.Entry<Setting<?>, String> other : Catalogue.WHERE_THE_FIT_COUNTS.entrySet()) {
      if (isOfSeveral && settings.origin(other.getKey()).equals(Origin.BUILT_IN)) {
        resolved = resolved.with(other.getKey(), other.getValue(), Origin.OF_SEVERAL_STARTS);
      }
    }
    return resolved;
  }

  /** What is doubtful in the layers, and no reason to stop. */
  public static List<String> warnings(Surroundings around) {
    return EnvironmentLayer.warnings(around.environment());
  }

  private static Path defaultsFile(Surroundings around) {
    String directory = around.environment().getOrDefault(EnvironmentLayer.CONF_DIR, "conf");
    return around.workingDirectory().resolve(directory).resolve(DEFAULTS_FILE);
  }
}
