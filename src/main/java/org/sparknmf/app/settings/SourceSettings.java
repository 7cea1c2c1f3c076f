package org.sparknmf.app.settings;

import static org.sparknmf.app.settings.Setting.setting;
import static org.sparknmf.app.settings.Setting.withoutDefault;

import java.util.Map;
import java.util.Optional;
import org.sparknmf.io.read.asked.DocumentRules;

/** The part of the catalogue that is about tables, other people's sources, and text. */
public final class SourceSettings {

  public static final Setting<String> TABLE =
      withoutDefault("table", "table or view of a catalog that holds X, in place of input", "NAME");
  public static final Setting<String> SQL =
      withoutDefault("sql", "query whose result holds X, in place of input", "QUERY");
  public static final Setting<String> FORMAT_NAME =
      withoutDefault(
          "format-name",
          "source of Spark's that is to read the input, such as delta, iceberg, orc or csv",
          "NAME");
  public static final Setting<Map<String, String>> FORMAT_OPTION =
      new Setting<>(
          "format-option",
          "options of that source; the manifest has (redacted) for passwords, tokens and other secrets",
          Optional.empty(),
          ValueRule.pairs());
  static final Setting<String> TEXT_COLUMN =
      withoutDefault(
          "text-column",
          "field with the text of a document (text); else text, or the only one with strings",
          "NAME");
  static final Setting<String> STOP_WORDS =
      setting(
          "stop-words",
          "words that are not counted (text)",
          "english",
          ValueRule.oneOf("english", "none"));
  static final Setting<Integer> MIN_DOCUMENTS =
      setting(
          "min-documents",
          "in how many documents a word must be to be counted (text)",
          String.valueOf(DocumentRules.DEFAULT_MIN_DOCUMENTS),
          ValueRule.wholeNumberFrom(1));
  static final Setting<Integer> MAX_TERMS =
      setting(
          "max-terms",
          "how many words are counted at most, the most frequent (text)",
          String.valueOf(DocumentRules.DEFAULT_MAX_TERMS),
          ValueRule.wholeNumberFrom(1));

  static final Setting<String> ON_BAD_ROWS =
      setting(
          "on-bad-rows",
          "what becomes of rows and lines of the input that are no part of a matrix: skip leaves them"
              + " out, counts them and lists them in the output's rejected/",
          "fail",
          ValueRule.oneOf("fail", "skip"));

  private SourceSettings() {}
}
