package org.sparknmf.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.app.command.Options;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.app.terminal.TextTable;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.text.Json;
import picocli.CommandLine.Model.CommandSpec;

/** {@code config}: prints the settings that {@code fit} would run with. */
final class ConfigCommand extends Command {
  private static final String SHOW_ORIGIN = "--show-origin";

  ConfigCommand() {
    super(
        "config", "Print every setting, and with " + SHOW_ORIGIN + " where its value comes from.");
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addOption(Options.flag(SHOW_ORIGIN, "also print where each value comes from"));
  }

  @Override
  public void run(CommandContext context) {
    boolean origins = context.arguments().hasMatchedOption(SHOW_ORIGIN);
    ResolvedSettings settings = context.settings();
    if (context.json()) {
      context.out().println(Json.text(origins ? withOrigins(settings) : settings.asMap()));
      return;
    }
    List<List<String>> rows =
        Settings.ALL.stream().map(setting -> row(settings, setting, origins)).toList();
    TextTable.lines(rows).forEach(context.out()::println);
  }

  private static List<String> row(
      ResolvedSettings settings, Setting<?> setting, boolean withOrigin) {
    String value = settings.shown(setting).orElse("(not set)");
    return withOrigin
        ? List.of(setting.key(), value, place(settings, setting))
        : List.of(setting.key(), value);
  }

  /** Empty for a setting that nobody has set and that has no default. */
  private static String place(ResolvedSettings settings, Setting<?> setting) {
    return settings.text(setting).isPresent() ? settings.origin(setting).place() : "";
  }

  private static Map<String, Object> withOrigins(ResolvedSettings settings) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.ALL) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("value", settings.asMap().get(setting.key()));
      one.put("origin", place(settings, setting));
      all.put(setting.key(), one);
    }
    return all;
  }
}
