package org.sparknmf.app.settings;

import java.util.List;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingList;
import org.sparknmf.fit.setting.ValueRule;

/** The settings of the commands that use a model, beside those of {@link Settings}. */
public final class ModelSettings {
  private static final SettingList LIST = new SettingList("0.1.0");

  public static final Setting<String> MODEL =
      LIST.text("model", "PATH").meaning("result of a fit, or a directory that NMFModel saved");
  public static final Setting<String> FOR =
      LIST.add("for", ValueRule.oneOf("rows", "columns"), "rows")
          .meaning("whether columns are recommended for each row, or rows for each column");
  public static final Setting<Boolean> HELD_OUT =
      LIST.add("held-out", ValueRule.flag(), false)
          .meaning(
              "compare cells of the model's own rows with its W H, instead of fitting whole rows"
                  + " again");
  public static final Setting<String> FILE_FORMAT =
      LIST.add("file-format", ValueRule.oneOf("csv", "mtx", "npy"), "csv")
          .meaning(
              "what the factors become: csv with ids; mtx or npy with the ids in text files"
                  + " beside");

  static final List<Setting<?>> ALL = LIST.all();

  private ModelSettings() {}
}
