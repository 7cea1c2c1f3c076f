package org.sparknmf.fit.setting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings in the order in which people read about them; declaring one puts it on the list. */
public final class SettingList {
  private final String since;
  private final List<Setting<?>> all = new ArrayList<>();

  /**
   * An empty list.
   *
   * @param since the first version that has these settings
   */
  public SettingList(String since) {
    this.since = since;
  }

  /** A text that has no default. */
  public Entry<String> text(String key, String placeholder) {
    return add(key, ValueRule.text(placeholder));
  }

  /** A setting that has no default. */
  public <T> Entry<T> add(String key, ValueRule<T> rule) {
    return entry(key, rule, Optional.empty());
  }

  /** A setting that has a default. */
  public <T> Entry<T> add(String key, ValueRule<T> rule, Object byDefault) {
    return entry(key, rule, Optional.of(byDefault.toString()));
  }

  /** A setting that is a parameter of an Estimator as well, and has no default. */
  public <T> Entry<T> param(String key, ValueRule<T> rule) {
    return add(key, rule).fewer(rule);
  }

  /** A setting that is a parameter of an Estimator as well, and has a default. */
  public <T> Entry<T> param(String key, ValueRule<T> rule, Object byDefault) {
    return add(key, rule, byDefault).fewer(rule);
  }

  private <T> Entry<T> entry(String key, ValueRule<T> rule, Optional<String> byDefault) {
    return new Entry<>(this, key, Setting.camelCase(key), rule, byDefault, Optional.empty());
  }

  /** All settings declared so far. */
  public List<Setting<?>> all() {
    return List.copyOf(all);
  }

  /** A setting that lacks its description, which puts it on the list. */
  public record Entry<T>(
      SettingList list,
      String key,
      String name,
      ValueRule<T> rule,
      Optional<String> byDefault,
      Optional<ValueRule<T>> asParameter) {

    /** This entry under a name that Spark has for it. */
    public Entry<T> named(String other) {
      return new Entry<>(list, key, other, rule, byDefault, asParameter);
    }

    /** This entry with fewer values where an Estimator takes it. */
    public Entry<T> fewer(ValueRule<T> values) {
      return new Entry<>(list, key, name, rule, byDefault, Optional.of(values));
    }

    /** The setting, now on its list. */
    public Setting<T> meaning(String words) {
      Optional<Setting.Parameter<T>> parameter =
          asParameter.map(values -> new Setting.Parameter<>(name, values));
      Setting<T> setting = new Setting<>(key, words, byDefault, rule, list.since, parameter);
      list.all.add(setting);
      return setting;
    }
  }
}
