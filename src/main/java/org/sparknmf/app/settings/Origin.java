package org.sparknmf.app.settings;

import org.sparknmf.fit.setting.Setting;
import org.sparknmf.solver.InvalidSettingException;

/**
 * The source of the value of a setting.
 *
 * @param layer the layer of configuration
 * @param place the place in it, for people: {@code conf/nmf-defaults.properties line 3}
 */
public record Origin(Layer layer, String place) {

  /** The layers of configuration; a later one prevails over an earlier one. */
  enum Layer {
    /** Built into the program. */
    DEFAULT,
    /** The file of defaults, or a file given by {@code --config}. */
    FILE,
    /** An environment variable {@code SPARK_NMF_*}. */
    ENVIRONMENT,
    /** A Spark property {@code spark.nmf.*}. */
    SPARK,
    /** An option on the command line. */
    COMMAND_LINE
  }

  /** The program's own default. */
  public static final Origin BUILT_IN = new Origin(Layer.DEFAULT, "default");

  /** The default where a fit has several starts. */
  static final Origin OF_SEVERAL_STARTS =
      new Origin(Layer.DEFAULT, "default with restarts or consensus");

  static Origin commandDefault(String command) {
    return new Origin(Layer.DEFAULT, "default of " + command);
  }

  static Origin file(String file, int line) {
    return new Origin(Layer.FILE, file + " line " + line);
  }

  static Origin environment(Setting<?> setting) {
    return new Origin(Layer.ENVIRONMENT, "environment " + setting.environmentName());
  }

  static Origin spark(String key) {
    return new Origin(Layer.SPARK, "Spark property " + key);
  }

  public static Origin commandLine(Setting<?> setting) {
    return new Origin(Layer.COMMAND_LINE, "command line " + setting.option());
  }

  /**
   * The meaning of a text that stands here.
   *
   * @throws InvalidSettingException if the rule does not allow it; the message names the place
   */
  public <T> T parse(Setting<T> setting, String text) {
    return setting
        .read(text)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "%s must be %s%s, got '%s'%s; %s"
                        .formatted(
                            setting.key(),
                            setting.rule().phrase(),
                            text.indexOf(0) < 0 ? "" : " without the character NUL",
                            Redaction.whole(setting.rule().shown(text.strip())),
                            inBrackets(),
                            remedy(setting, setting.example(text.strip())))));
  }

  /** How to give a setting another value at this origin: {@code give --rank 10}. */
  String remedy(Setting<?> setting, String value) {
    return switch (layer) {
      case DEFAULT, COMMAND_LINE -> "give " + setting.option() + " " + value;
      case FILE -> "write " + setting.key() + "=" + value;
      case ENVIRONMENT -> "set " + setting.environmentName() + "=" + value;
      case SPARK -> "set " + setting.sparkKey() + "=" + value;
    };
  }

  /** The place in brackets, where it is not already plain from the name of the setting. */
  String inBrackets() {
    boolean plain = layer == Layer.COMMAND_LINE || layer == Layer.DEFAULT;
    return plain ? "" : " (" + place + ")";
  }
}
