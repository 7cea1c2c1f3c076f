package org.sparknmf.app.settings;

import java.util.List;
import java.util.function.Function;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.Spelling;
import org.sparknmf.solver.InvalidSettingException;

/** Says that a layer of configuration has a key that is in no catalogue. */
final class UnknownKey {
  private UnknownKey() {}

  /**
   * The exception to throw.
   *
   * @param place where the key stands
   * @param key the key as it stands there
   * @param prefix what all keys begin with there
   * @param naming how settings are named at such a place
   */
  static InvalidSettingException in(
      String place, String key, String prefix, Function<Setting<?>, String> naming) {
    return new InvalidSettingException(words(place, key, prefix, naming));
  }

  /** What to say of it. The prefix does not count where names are compared: all have it. */
  static String words(
      String place, String key, String prefix, Function<Setting<?>, String> naming) {
    List<String> known =
        Settings.all().stream().map(naming).map(name -> name.substring(prefix.length())).toList();
    String meant =
        Spelling.nearest(key.substring(prefix.length()), known)
            .map(found -> " (did you mean " + prefix + found + "?)")
            .orElse("");
    return "%s: no setting is called '%s'%s; 'spark-nmf config' lists them all"
        .formatted(place, key, meant);
  }
}
