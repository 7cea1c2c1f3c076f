package org.sparknmf.app.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparknmf.fit.setting.Setting;

/**
 * Settings in Spark properties: {@code spark-submit --conf spark.nmf.max-iterations=50}, which
 * reach the driver as system properties.
 */
final class SparkLayer {
  private SparkLayer() {}

  /** The values in system properties. */
  static List<GivenValue> values(Map<String, String> systemProperties) {
    return new TreeMap<>(systemProperties)
        .entrySet().stream()
            .filter(property -> property.getKey().startsWith(Setting.SPARK_PREFIX))
            .map(property -> value(property.getKey(), property.getValue()))
            .toList();
  }

  /** A key without {@code spark.nmf.}, if it has it. */
  static String withoutPrefix(String key) {
    return key.startsWith(Setting.SPARK_PREFIX)
        ? key.substring(Setting.SPARK_PREFIX.length())
        : key;
  }

  private static GivenValue value(String key, String text) {
    Setting<?> setting =
        Settings.spelled(withoutPrefix(key))
            .orElseThrow(() -> UnknownKey.in("Spark properties", key, Setting::sparkKey));
    return new GivenValue(setting, text, Origin.spark(key));
  }
}
