package org.sparknmf.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Reads a configuration file: Java properties in UTF-8, keys in kebab case or camel case, with or
 * without {@code spark.nmf.} before them.
 */
final class ConfigFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final Map<Setting<?>, Integer> lineOf = new HashMap<>();
  private final List<GivenValue> values = new ArrayList<>();

  private ConfigFile(String name) {
    this.name = name;
  }

  /**
   * The values in a file, in its order.
   *
   * @throws InvalidSettingException if it cannot be read, or has an unknown key or a key twice
   */
  static List<GivenValue> read(Path file) {
    ConfigFile config = new ConfigFile(file.toString());
    List<String> lines = linesOf(file);
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      StringBuilder logical = new StringBuilder(lines.get(i));
      while (continues(logical) && i + 1 < lines.size()) {
        i++;
        logical.append('\n').append(lines.get(i));
      }
      config.add(logical.toString(), first + 1);
    }
    return List.copyOf(config.values);
  }

  private static List<String> linesOf(Path file) {
    try {
      List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
      if (!lines.isEmpty() && lines.get(0).startsWith(BYTE_ORDER_MARK)) {
        lines.set(0, lines.get(0).substring(1));
      }
      return lines;
    } catch (IOException e) {
      throw new InvalidSettingException(
          "configuration file %s must be a readable text file in UTF-8, got %s; give --config FILE"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  /** Whether the line ends in a backslash that is not itself escaped, and is no comment. */
  private static boolean continues(CharSequence line) {
    String text = line.toString();
    String start = text.stripLeading();
    if (start.startsWith("#") || start.startsWith("!")) {
      return false;
    }
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end--;
    }
    return (text.length() - end) % 2 == 1;
  }

  private void add(String logicalLine, int line) {
    Properties entry = new Properties();
    try {
      entry.load(new StringReader(logicalLine));
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidSettingException(
          "%s line %d must be key=value, got '%s' (%s); write a backslash twice"
              .formatted(name, line, logicalLine.strip(), e.getMessage()));
    }
    entry.stringPropertyNames().forEach(key -> add(key, entry.getProperty(key), line));
  }

  private void add(String key, String text, int line) {
    Setting<?> setting =
        Settings.spelled(SparkLayer.withoutPrefix(key))
            .orElseThrow(() -> UnknownKey.in(name + " line " + line, key, "", Setting::key));
    Integer before = lineOf.put(setting, line);
    if (before != null) {
      throw new InvalidSettingException(
          "%s must be given once in a file, got it in %s lines %d and %d; delete one"
              .formatted(setting.key(), name, before, line));
    }
    values.add(new GivenValue(setting, text, Origin.file(name, line)));
  }
}
