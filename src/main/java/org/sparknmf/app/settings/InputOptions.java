package org.sparknmf.app.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.io.read.Formats;
import org.sparknmf.io.read.asked.ColumnChoice;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.FormatRules;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.LabelPaths;
import org.sparknmf.io.read.asked.LineRules;
import org.sparknmf.io.read.asked.TableSource;
import org.sparknmf.io.read.asked.TextRules;
import org.sparknmf.solver.InvalidSettingException;

/** The settings that say where X is and how to read it. */
public final class InputOptions {
  /** What of it only makes sense where X is made: weights of cells, and which words count. */
  private static final Set<Setting<?>> OF_A_FIT =
      Set.of(
          SourceSettings.WEIGHT_COLUMN,
          SourceSettings.STOP_WORDS,
          SourceSettings.MIN_DOCUMENTS,
          SourceSettings.MAX_TERMS,
          Catalogue.EMPTY_CELLS,
          SourceSettings.WEIGHTING);

  /** What commands take that read data for a model. */
  public static final List<Setting<?>> SETTINGS =
      Stream.of(SourceSettings.ALL, SourceSettings.OF_CELLS)
          .flatMap(List::stream)
          .filter(setting -> !OF_A_FIT.contains(setting))
          .toList();

  private static final List<Setting<String>> PLACES =
      List.of(SourceSettings.INPUT, SourceSettings.TABLE, SourceSettings.SQL);

  private InputOptions() {}

  /** What the reader is to be told. */
  public static InputSettings of(ResolvedSettings settings) {
    ColumnNames names =
        new ColumnNames(
            settings.find(SourceSettings.ROW_COLUMN),
            settings.find(SourceSettings.COLUMN_COLUMN),
            settings.find(SourceSettings.VALUE_COLUMN),
            settings.find(SourceSettings.WEIGHT_COLUMN),
            settings.find(SourceSettings.ID_COLUMN),
            settings.find(SourceSettings.FEATURES_COLUMN),
            settings.find(SourceSettings.TEXT_COLUMN));
    Optional<String> rowLabels = settings.find(SourceSettings.ROW_LABELS);
    return source(settings)
        .withFormat(Formats.parse(settings.get(SourceSettings.FORMAT)))
        .withColumns(names)
        .withLabels(new LabelPaths(rowLabels, settings.find(SourceSettings.COLUMN_LABELS)))
        .withText(text(settings))
        .withDocuments(documents(settings))
        .withRules(
            new FormatRules(
                settings.get(SourceSettings.ZERO_BASED),
                settings.find(SourceSettings.FEATURE_TYPE)))
        .withOrientation(
            settings.get(SourceSettings.TRANSPOSE)
                ? FileOrientation.TRANSPOSED
                : FileOrientation.AS_STORED)
        .withEmptyCells(settings.get(Catalogue.EMPTY_CELLS))
        .withBadRows(settings.get(SourceSettings.ON_BAD_ROWS));
  }

  private static TextRules text(ResolvedSettings settings) {
    IdType both = settings.get(SourceSettings.ID_TYPE);
    return new TextRules(
        settings.get(SourceSettings.HEADER),
        settings.get(SourceSettings.DELIMITER),
        new IdTypes(
            settings.get(SourceSettings.ROW_ID_TYPE).orElse(both),
            settings.get(SourceSettings.COLUMN_ID_TYPE).orElse(both)),
        new LineRules(
            comment(settings.get(SourceSettings.COMMENT)),
            settings.get(SourceSettings.SKIP_LINES),
            settings.get(SourceSettings.QUOTE) == SourceSettings.Quote.DOUBLE,
            settings.get(SourceSettings.DECIMAL)),
        new ColumnChoice(
            settings.find(SourceSettings.COLUMNS),
            settings.find(SourceSettings.DROP_COLUMNS).orElse(List.of())));
  }

  private static Optional<String> comment(String asked) {
    return switch (asked) {
      case "auto" -> Optional.empty();
      case LineRules.NONE -> Optional.of("");
      default -> Optional.of(asked);
    };
  }

  private static InputSettings source(ResolvedSettings settings) {
    requireOne(settings);
    return table(settings)
        .map(InputSettings::of)
        .orElseGet(() -> InputSettings.of(settings.get(SourceSettings.INPUT)));
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
        .map(
            format ->
                new TableSource.Installed(format, settings.get(SourceSettings.INPUT), options));
  }

  private static DocumentRules documents(ResolvedSettings settings) {
    return new DocumentRules(
        settings.get(SourceSettings.STOP_WORDS),
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
    if (named && settings.find(SourceSettings.INPUT).isEmpty()) {
      throw new InvalidSettingException(
          "format-name says how --input is read, but X is a table or a query; leave it out");
    }
    if (!named && settings.find(SourceSettings.FORMAT_OPTION).isPresent()) {
      throw new InvalidSettingException(
          "format-option has options for a source of Spark's, but none is named; give"
              + " --format-name NAME, or leave it out");
    }
  }

  /**
   * The place of X, in words for a person: a path, or what is read in place of files; secrets are
   * left out.
   */
  public static String words(ResolvedSettings settings) {
    return table(settings)
        .map(InputOptions::shown)
        .orElseGet(() -> Redaction.whole(settings.get(SourceSettings.INPUT)));
  }

  private static String shown(TableSource table) {
    if (table instanceof TableSource.Query query) {
      return new TableSource.Query(Redaction.whole(query.sql())).words();
    }
    return table instanceof TableSource.Installed source
        ? new TableSource.Installed(
                source.format(),
                Redaction.whole(source.path()),
                Redaction.options(source.options()))
            .words()
        : Redaction.text(table.words());
  }
}
