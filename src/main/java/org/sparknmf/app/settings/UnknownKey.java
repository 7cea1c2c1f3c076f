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
   * @param naming how settings are named at such a place
   */
  static InvalidSettingException in(String place, String key, Function<Setting<?>, String> naming) {
    List<String> known = Settings.all().stream().map(naming).toList();
    return new InvalidSettingException(
        "%s: no setting is called '%s'%s; 'spark-nmf config' lists them all"
            .formatted(place, key, Spelling.didYouMean(key, known)));
  }
}
