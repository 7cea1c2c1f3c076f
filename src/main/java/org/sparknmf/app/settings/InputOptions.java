package org.sparknmf.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.io.read.Formats;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.LabelPaths;
import org.sparknmf.io.read.asked.StopWords;
import org.sparknmf.io.read.asked.TableSource;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;

/** The settings that say where X is and how to read it. */
public final class InputOptions {
  /** What commands take that read data for a model. */
  public static final List<Setting<?>> SETTINGS =
      List.of(
          Settings.INPUT,
          SourceSettings.TABLE,
          SourceSettings.SQL,
          Settings.FORMAT,
          SourceSettings.FORMAT_NAME,
          SourceSettings.FORMAT_OPTION,
          Settings.ROW_LABELS,
          Settings.COLUMN_LABELS,
          Settings.ROW_COLUMN,
          Settings.COLUMN_COLUMN,
          Settings.VALUE_COLUMN,
          Settings.ID_COLUMN,
          Settings.FEATURES_COLUMN,
          SourceSettings.TEXT_COLUMN,
          Settings.HEADER,
          Settings.DELIMITER,
          Settings.ID_TYPE,
          Settings.DUPLICATES,
          SourceSettings.ON_BAD_ROWS,
          Settings.TRANSPOSE);

  private static final List<Setting<String>> PLACES =
      List.of(Settings.INPUT, SourceSettings.TABLE, SourceSettings.SQL);

  private InputOptions() {}

  /** What the reader is to be told. */
  public static InputSettings of(ResolvedSettings settings) {
    ColumnNames names =
        new ColumnNames(
            settings.find(Settings.ROW_COLUMN),
            settings.find(Settings.COLUMN_COLUMN),
            settings.find(Settings.VALUE_COLUMN),
            settings.find(Settings.WEIGHT_COLUMN),
            settings.find(Settings.ID_COLUMN),
            settings.find(Settings.FEATURES_COLUMN),
            settings.find(SourceSettings.TEXT_COLUMN));
    Optional<String> rowLabels = settings.find(Settings.ROW_LABELS);
    return source(settings)
        .withFormat(Formats.parse(settings.get(Settings.FORMAT)))
        .withColumns(names)
        .withLabels(new LabelPaths(rowLabels, settings.find(Settings.COLUMN_LABELS)))
        .withHeader(HeaderMode.parse(settings.get(Settings.HEADER)))
        .withDelimiter(Delimiter.parse(settings.get(Settings.DELIMITER)))
        .withIdType(IdType.parse(settings.get(Settings.ID_TYPE)))
        .withDocuments(documents(settings))
        .withOrientation(
            settings.get(Settings.TRANSPOSE)
                ? FileOrientation.TRANSPOSED
                : FileOrientation.AS_STORED)
        .withEmptyCells(emptyCells(settings))
        .withBadRows(BadRows.parse(settings.get(SourceSettings.ON_BAD_ROWS)));
  }

  /** What becomes of repeated cells. */
  public static DuplicatePolicy duplicates(ResolvedSettings settings) {
    return DuplicatePolicy.valueOf(settings.get(Settings.DUPLICATES).toUpperCase(Locale.ROOT));
  }

  private static InputSettings source(ResolvedSettings settings) {
    requireOne(settings);
    return table(settings)
        .map(InputSettings::of)
        .orElseGet(() -> InputSettings.of(settings.get(Settings.INPUT)));
  }

  private static Optional<TableSource> table(ResolvedSettings settings) {
    Optional<TableSource> named = settings.find(SourceSettings.TABLE).map(TableSource.Named::new);
    Optional<TableSource> query = settings.find(SourceSettings.SQL).map(TableSource.Query::new);
    return named.or(() -> query).or(() -> installed(settings));
  }

  private static Optional<TableSource> installed(ResolvedSettings settings) {
    Map<String, String> options = settings.find(SourceSettings.FORMAT_OPTION).orElse(Map.of());
    return settings
        .find(SourceSettings.FORMAT_NAME)
        .map(format -> new TableSource.Installed(format, settings.get(Settings.INPUT), options));
  }

  private static DocumentRules documents(ResolvedSettings settings) {
    return new DocumentRules(
        StopWords.parse(settings.get(SourceSettings.STOP_WORDS)),
        settings.get(SourceSettings.MIN_DOCUMENTS),
        settings.get(SourceSettings.MAX_TERMS));
  }

  /** Whether anything says where X is. */
  public static boolean areGiven(ResolvedSettings settings) {
    return PLACES.stream().anyMatch(setting -> settings.find(setting).isPresent());
  }

  /** Makes sure that X is in one place. */
  public static void requireOne(ResolvedSettings settings) {
    List<String> given =
        PLACES.stream()
            .filter(setting -> settings.find(setting).isPresent())
            .map(setting -> setting.key() + settings.origin(setting).inBrackets())
            .toList();
    if (given.isEmpty()) {
      throw new InvalidSettingException(
          "input is not given: nothing says where X is; give --input PATH, --table NAME or --sql"
              + " QUERY");
    }
    if (given.size() > 1) {
      throw new InvalidSettingException(
          "%s exclude each other: X is in one place; give one of them"
              .formatted(String.join(" and ", given)));
    }
    requireFiles(settings);
  }

  /** The options of a source need the source, and the source needs a path. */
  private static void requireFiles(ResolvedSettings settings) {
    boolean named = settings.find(SourceSettings.FORMAT_NAME).isPresent();
    if (named && settings.find(Settings.INPUT).isEmpty()) {
      throw new InvalidSettingException(
          "format-name says how --input is read, but X is a table or a query; leave it out");
    }
    if (!named && settings.find(SourceSettings.FORMAT_OPTION).isPresent()) {
      throw new InvalidSettingException(
          "format-option has options for a source of Spark's, but none is named; give"
              + " --format-name NAME, or leave it out");
    }
  }

  /** Where X is, in words for a person: a path, or what is read in place of files. */
  public static String words(ResolvedSettings settings) {
    return table(settings).map(TableSource::words).orElseGet(() -> settings.get(Settings.INPUT));
  }

  /** What cells are that are not stored. */
  public static EmptyCells emptyCells(ResolvedSettings settings) {
    return EmptyCells.valueOf(settings.get(Settings.EMPTY_CELLS).toUpperCase(Locale.ROOT));
  }
}
