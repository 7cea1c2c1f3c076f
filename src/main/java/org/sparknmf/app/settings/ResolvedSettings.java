package org.sparknmf.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingValues;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.divergence.Divergence;

/** What every setting is after all layers have spoken, and which of them said so. Immutable. */
public final class ResolvedSettings implements SettingValues {
  private final Map<Setting<?>, GivenValue> values;

  private ResolvedSettings(Map<Setting<?>, GivenValue> values) {
    this.values = values;
  }

  /**
   * The built-in defaults and above them some values, of which a later one prevails.
   *
   * @throws InvalidSettingException if any value is not allowed, even one that does not prevail
   */
  public static ResolvedSettings of(List<GivenValue> given) {
    Map<Setting<?>, GivenValue> values = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.all()) {
      setting
          .defaultText()
          .ifPresent(text -> values.put(setting, new GivenValue(setting, text, Origin.BUILT_IN)));
    }
    given.forEach(value -> Redaction.learn(value.text()));
    for (GivenValue value : given) {
      value.origin().parse(value.setting(), value.text());
      values.put(value.setting(), value);
    }
    return new ResolvedSettings(values);
  }

  /** These settings with one of them changed. */
  public ResolvedSettings with(Setting<?> setting, String text, Origin origin) {
    origin.parse(setting, text);
    Map<Setting<?>, GivenValue> changed = new LinkedHashMap<>(values);
    changed.put(setting, new GivenValue(setting, text, origin));
    return new ResolvedSettings(changed);
  }

  /** These settings without values for some that need none. */
  public ResolvedSettings without(Setting<?>... some) {
    Map<Setting<?>, GivenValue> fewer = new LinkedHashMap<>(values);
    List.of(some).forEach(fewer::remove);
    return new ResolvedSettings(fewer);
  }

  /** The value of a setting that may have none. */
  public <T> Optional<T> find(Setting<T> setting) {
    return given(setting).map(value -> value.origin().parse(setting, value.text()));
  }

  /**
   * The value of a setting.
   *
   * @throws InvalidSettingException if it has no default and no layer gives it a value
   */
  @Override
  public <T> T get(Setting<T> setting) {
    return find(setting)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "%s is not given: %s; give %s %s"
                        .formatted(
                            setting.key(),
                            setting.description(),
                            setting.option(),
                            setting.rule().placeholder())));
  }

  /** The value of a setting as it was written, if it has one. */
  public Optional<String> text(Setting<?> setting) {
    return given(setting).map(value -> value.text().strip());
  }

  /** The text of a setting that always has a value. */
  public String word(Setting<?> setting) {
    return text(setting).orElseThrow();
  }

  /** The value of a setting for people to read, if it has one: as it was written, but secrets. */
  public Optional<String> shown(Setting<?> setting) {
    Object value = plain(setting);
    return value instanceof Map<?, ?>
        ? Optional.of(shown((Map<?, ?>) Redaction.value(setting, value)))
        : text(setting).map(text -> Redaction.value(setting, text).toString());
  }

  private static String shown(Map<?, ?> pairs) {
    return pairs.entrySet().stream().map(Object::toString).collect(Collectors.joining(","));
  }

  /** The source of the value of a setting. */
  public Origin origin(Setting<?> setting) {
    return given(setting).map(GivenValue::origin).orElse(Origin.BUILT_IN);
  }

  /** Whether the user chose the value: it is no default, neither the program's nor a command's. */
  public boolean isGiven(Setting<?> setting) {
    return origin(setting).layer() != Origin.Layer.DEFAULT;
  }

  /**
   * Every key of the catalogue with its value as a number, a truth value, a text or null, for JSON;
   * secrets are left out.
   */
  public Map<String, Object> asMap() {
    return asMap(Settings.ALL);
  }

  /** The keys of some settings with their values as in {@link #asMap()}; secrets are redacted. */
  public Map<String, Object> asMap(List<Setting<?>> some) {
    Map<String, Object> map = new LinkedHashMap<>();
    some.forEach(setting -> map.put(setting.key(), Redaction.value(setting, plain(setting))));
    return map;
  }

  /** A number where the value is one, and a text, a truth value or a collection; else its text. */
  private Object plain(Setting<?> setting) {
    Object value = find(setting).orElse(null);
    if (value instanceof OptionalInt number && number.isPresent()) {
      return number.getAsInt();
    }
    if (value instanceof Divergence divergence) {
      return divergence.recorded();
    }
    if (value instanceof OptionalDouble number && number.isPresent()) {
      return number.getAsDouble();
    }
    boolean isPlain =
        value instanceof Number number
            ? Double.isFinite(number.doubleValue())
            : value instanceof Boolean || value instanceof List || value instanceof Map;
    return isPlain || value == null ? value : word(setting);
  }

  private Optional<GivenValue> given(Setting<?> setting) {
    return Optional.ofNullable(values.get(setting));
  }
}
