package io.github.sparknmf.app;

import io.github.sparknmf.io.read.ColumnNames;
import io.github.sparknmf.io.read.Delimiter;
import io.github.sparknmf.io.read.HeaderMode;
import io.github.sparknmf.io.read.IdType;
import io.github.sparknmf.io.read.InputFormat;
import io.github.sparknmf.io.read.InputSettings;
import io.github.sparknmf.io.read.LabelPaths;
import io.github.sparknmf.io.read.Orientation;
import io.github.sparknmf.linalg.DuplicatePolicy;
import io.github.sparknmf.linalg.EmptyCells;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings that say where X is and how to read it. */
final class InputOptions {
  /** What commands take that read data for a model. */
  static final List<Setting<?>> SETTINGS =
      List.of(
          Settings.INPUT,
          Settings.FORMAT,
          Settings.ROW_LABELS,
          Settings.COLUMN_LABELS,
          Settings.ROW_COLUMN,
          Settings.COLUMN_COLUMN,
          Settings.VALUE_COLUMN,
          Settings.ID_COLUMN,
          Settings.FEATURES_COLUMN,
          Settings.HEADER,
          Settings.DELIMITER,
          Settings.ID_TYPE,
          Settings.DUPLICATES,
          Settings.TRANSPOSE);

  private InputOptions() {}

  /** What the reader is to be told. */
  static InputSettings of(ResolvedSettings settings) {
    ColumnNames names =
        new ColumnNames(
            settings.find(Settings.ROW_COLUMN),
            settings.find(Settings.COLUMN_COLUMN),
            settings.find(Settings.VALUE_COLUMN),
            settings.find(Settings.WEIGHT_COLUMN),
            settings.find(Settings.ID_COLUMN),
            settings.find(Settings.FEATURES_COLUMN));
    Optional<String> rowLabels = settings.find(Settings.ROW_LABELS);
    return InputSettings.of(settings.get(Settings.INPUT))
        .withFormat(InputFormat.parse(settings.get(Settings.FORMAT)))
        .withColumns(names)
        .withLabels(new LabelPaths(rowLabels, settings.find(Settings.COLUMN_LABELS)))
        .withHeader(HeaderMode.parse(settings.get(Settings.HEADER)))
        .withDelimiter(Delimiter.parse(settings.get(Settings.DELIMITER)))
        .withIdType(IdType.parse(settings.get(Settings.ID_TYPE)))
        .withOrientation(
            settings.get(Settings.TRANSPOSE) ? Orientation.TRANSPOSED : Orientation.AS_STORED)
        .withEmptyCells(emptyCells(settings));
  }

  /** What becomes of repeated cells. */
  static DuplicatePolicy duplicates(ResolvedSettings settings) {
    return DuplicatePolicy.valueOf(settings.get(Settings.DUPLICATES).toUpperCase(Locale.ROOT));
  }

  /** What cells are that are not stored. */
  static EmptyCells emptyCells(ResolvedSettings settings) {
    return EmptyCells.valueOf(settings.get(Settings.EMPTY_CELLS).toUpperCase(Locale.ROOT));
  }
}
