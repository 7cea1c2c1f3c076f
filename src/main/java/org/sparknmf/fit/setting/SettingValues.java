package org.sparknmf.fit.setting;

/** The values of settings, wherever they come from: a command line, or parameters of Spark ML. */
public interface SettingValues {

  /** The value of a setting. */
  <T> T get(Setting<T> setting);
}
