package org.sparknmf.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Settings in Spark properties: {@code spark-submit --conf spark.nmf.max-iterations=50}, which
 * reach the driver as system properties.
 */
final class SparkLayer {
  private SparkLayer() {}

  /** The values in system properties. */
  static List<GivenValue> values(Map<String, String> systemProperties) {
    Map<Setting<?>, GivenValue> values = new LinkedHashMap<>();
    new TreeMap<>(systemProperties)
        .forEach(
            (key, text) -> {
              if (key.startsWith(Setting.SPARK_PREFIX)) {
                add(value(key, text), values);
              }
            });
    return List.copyOf(values.values());
  }

  /** A key without {@code spark.nmf.}, if it has it. */
  static String withoutPrefix(String key) {
    return key.startsWith(Setting.SPARK_PREFIX)
        ? key.substring(Setting.SPARK_PREFIX.length())
        : key;
  }

  private static void add(GivenValue value, Map<Setting<?>, GivenValue> values) {
    GivenValue before = values.put(value.setting(), value);
    if (before != null) {
      throw new InvalidSettingException(
          "%s must be given once, got it as %s and as %s; leave one out"
              .formatted(value.setting().key(), before.origin().place(), value.origin().place()));
    }
  }

  private static GivenValue value(String key, String text) {
    Setting<?> setting =
        Settings.spelled(withoutPrefix(key))
            .orElseThrow(
                () ->
                    UnknownKey.in(
                        "Spark properties", key, Setting.SPARK_PREFIX, Setting::sparkKey));
    return new GivenValue(setting, text, Origin.spark(key));
  }
}
