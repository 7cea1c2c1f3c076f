package org.sparknmf.ml;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

/**
 * The parameters of an estimator or a model: made once its uid is known, since a Param made before
 * belongs to nobody. Names, words, rules and defaults are those of the {@link Catalogue}.
 */
final class NmfParamSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Params parent;
  private final Map<String, Param<?>> params = new HashMap<>();

  NmfParamSet(Params parent) {
    this.parent = parent;
    add(Catalogue.OF_THE_ESTIMATOR);
  }

  /** Makes parameters of further settings. */
  void add(List<Setting<?>> settings) {
    settings.forEach(setting -> params.put(setting.key(), made(new ParamForm(setting))));
  }

  private Param<?> made(ParamForm form) {
    String name = form.name();
    String words = form.words();
    return switch (form.carrier()) {
      case TEXT -> new Param<>(parent, name, words, new ParamRule<String>(name));
      case FLAG -> new BooleanParam(parent, name, words);
      case WHOLE -> new IntParam(parent, name, words, new ParamRule<>(name));
      case LONG -> new LongParam(parent, name, words);
      case WHOLES -> new IntArrayParam(parent, name, words, new ParamRule<>(name));
      case NUMBER, SECONDS -> new DoubleParam(parent, name, words, new ParamRule<>(name));
    };
  }

  /** The parameter of a setting. */
  Param<?> of(Setting<?> setting) {
    return params.get(setting.key());
  }

  IntParam whole(Setting<?> setting) {
    return (IntParam) of(setting);
  }

  DoubleParam number(Setting<?> setting) {
    return (DoubleParam) of(setting);
  }

  BooleanParam flag(Setting<Boolean> setting) {
    return (BooleanParam) of(setting);
  }

  @SuppressWarnings("unchecked")
  Param<String> text(Setting<?> setting) {
    return (Param<String>) of(setting);
  }

  /** Gives the parameters of a single fit their defaults. */
  void setDefaults() {
    setDefaults(Catalogue.OF_THE_ESTIMATOR);
    Catalogue.WHERE_THE_FIT_COUNTS.forEach(this::setDefault);
  }

  /** Gives parameters their defaults, those that have one. */
  void setDefaults(List<Setting<?>> settings) {
    settings.forEach(setting -> setting.defaultText().ifPresent(text -> setDefault(setting, text)));
  }

  /** Gives a parameter a default of its own. */
  @SuppressWarnings("unchecked")
  void setDefault(Setting<?> setting, String text) {
    parent.setDefault((Param<Object>) of(setting), new ParamForm(setting).value(text));
  }
}
