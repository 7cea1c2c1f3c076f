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

  private <T> Entry<T> entry(String key, ValueRule<T> rule, Optional<String> byDefault) {
    return new Entry<>(this, key, rule, byDefault, Optional.empty());
  }

  /** Those declared up to now. */
  public List<Setting<?>> all() {
    return List.copyOf(all);
  }

  /** A setting that lacks its description, which puts it on the list. */
  public record Entry<T>(
      SettingList list,
      String key,
      ValueRule<T> rule,
      Optional<String> byDefault,
      Optional<Setting.Parameter<T>> parameter) {

    /** The same, as a parameter of an Estimator as well. */
    public Entry<T> param() {
      return param(Setting.camelCase(key), rule);
    }

    /** The same under a name that Spark has for it. */
    public Entry<T> param(String name) {
      return param(name, rule);
    }

    /** The same where an Estimator takes fewer values. */
    public Entry<T> param(ValueRule<T> fewer) {
      return param(Setting.camelCase(key), fewer);
    }

    /** The same under a name that Spark has for it, where an Estimator takes fewer values. */
    public Entry<T> param(String name, ValueRule<T> taken) {
      return new Entry<>(
          list, key, rule, byDefault, Optional.of(new Setting.Parameter<>(name, taken)));
    }

    /** The setting, now on its list. */
    public Setting<T> meaning(String description) {
      Setting<T> setting = new Setting<>(key, description, byDefault, rule, list.since, parameter);
      list.all.add(setting);
      return setting;
    }
  }
}
