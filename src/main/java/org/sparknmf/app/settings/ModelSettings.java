package org.sparknmf.app.settings;

import java.util.List;
import java.util.Optional;

/** The settings of the commands that use a model, beside those of {@link Settings}. */
public final class ModelSettings {
  public static final Setting<String> MODEL =
      new Setting<>(
          "model",
          "result of a fit, or a directory that NMFModel saved",
          Optional.empty(),
          ValueRule.text("PATH"));
  public static final Setting<String> FOR =
      new Setting<>(
          "for",
          "whether columns are recommended for each row, or rows for each column",
          Optional.of("rows"),
          ValueRule.oneOf("rows", "columns"));
  public static final Setting<Boolean> HELD_OUT =
      new Setting<>(
          "held-out",
          "compare cells of the model's own rows with its W H, instead of fitting whole rows anew",
          Optional.of("false"),
          ValueRule.flag());
  public static final Setting<String> FILE_FORMAT =
      new Setting<>(
          "file-format",
          "what the factors become: csv with ids; mtx or npy with the ids in text files beside",
          Optional.of("csv"),
          ValueRule.oneOf("csv", "mtx", "npy"));

  static final List<Setting<?>> ALL = List.of(MODEL, FOR, HELD_OUT, FILE_FORMAT);

  private ModelSettings() {}
}
