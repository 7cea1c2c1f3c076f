package org.sparknmf.app.settings;

import static org.sparknmf.fit.setting.ValueRule.flag;
import static org.sparknmf.fit.setting.ValueRule.pairs;
import static org.sparknmf.fit.setting.ValueRule.wholeNumberFrom;
import static org.sparknmf.fit.setting.ValueRule.word;
import static org.sparknmf.fit.setting.ValueRule.wordOr;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingList;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.io.read.Formats;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.LineRules;
import org.sparknmf.io.read.asked.StopWords;

/** The settings that say where X is and how it is read. */
public final class SourceSettings {
  private static final SettingList LIST = new SettingList("0.1.0");
  private static final String AS_ID_TYPE = "id-type";
  private static final ValueRule<Delimiter> DELIMITERS =
      new ValueRule<>(
          String.join("|", Delimiter.words()) + "|TEXT",
          "one of %s, or characters that are no letters, digits or quotes"
              .formatted(String.join(", ", Delimiter.words())),
          List.of(Delimiter.words()),
          Delimiter::parse);

  public static final Setting<String> INPUT =
      LIST.text("input", "PATH").meaning("file, directory or glob that holds the matrix X");
  public static final Setting<String> TABLE =
      LIST.text("table", "NAME")
          .meaning("table or view of a catalog that holds X, in place of input");
  public static final Setting<String> SQL =
      LIST.text("sql", "QUERY").meaning("query whose result holds X, in place of input");
  public static final Setting<String> FORMAT =
      LIST.add("format", ValueRule.oneOf(InputFormat.words()).or(Formats::registered), "auto")
          .meaning("format of the input; auto recognises it by its name and first lines");
  public static final Setting<String> FORMAT_NAME =
      LIST.text("format-name", "NAME")
          .meaning("source of Spark that reads the input, such as delta, iceberg, orc or csv");
  public static final Setting<Map<String, String>> FORMAT_OPTION =
      LIST.add("format-option", pairs())
          .meaning(
              "options of that source; the manifest has (redacted) for passwords, tokens and other"
                  + " secrets");
  static final Setting<String> ROW_LABELS =
      LIST.text("row-labels", "FILE")
          .meaning("text file with the id of each row, one a line (mtx, libsvm)");
  static final Setting<String> COLUMN_LABELS =
      LIST.text("column-labels", "FILE")
          .meaning("text file with the id of each column, one a line (mtx, libsvm, vectors)");
  static final Setting<String> ROW_COLUMN =
      LIST.text("row-column", "NAME")
          .meaning("field with the row id (triples); else row, or the first");
  static final Setting<String> COLUMN_COLUMN =
      LIST.text("column-column", "NAME")
          .meaning("field with the column id (triples); else column, or the second");
  static final Setting<String> VALUE_COLUMN =
      LIST.text("value-column", "NAME")
          .meaning(
              "field with the value (triples); else value, or the third; 1 for every cell where"
                  + " there is none");
  public static final Setting<String> WEIGHT_COLUMN =
      LIST.text("weight-column", "NAME")
          .meaning(
              "field with the weight of a cell, 0 for one that is not there (triples, with"
                  + " empty-cells missing)");
  static final Setting<String> ID_COLUMN =
      LIST.text("id-column", "NAME")
          .meaning("field with the row id; else rows are counted (vectors, dense, text)");
  static final Setting<String> FEATURES_COLUMN =
      LIST.text("features-column", "NAME")
          .meaning("field with the vector of a row (vectors); else the only one with vectors");
  static final Setting<String> TEXT_COLUMN =
      LIST.text("text-column", "NAME")
          .meaning(
              "field with the text of a document (text); else text, or the only one with strings");
  static final Setting<StopWords> STOP_WORDS =
      LIST.add("stop-words", word(StopWords.class), "english")
          .meaning("words that are not counted (text)");
  static final Setting<Integer> MIN_DOCUMENTS =
      LIST.add("min-documents", wholeNumberFrom(1), DocumentRules.DEFAULT_MIN_DOCUMENTS)
          .meaning("least number of documents with a word that is counted (text)");
  static final Setting<Integer> MAX_TERMS =
      LIST.add("max-terms", wholeNumberFrom(1), DocumentRules.DEFAULT_MAX_TERMS)
          .meaning("largest number of words that are counted, the most frequent ones (text)");
  static final Setting<HeaderMode> HEADER =
      LIST.add("header", word(HeaderMode.class), "auto")
          .meaning("whether the first line of CSV or TSV has the names of the fields");
  static final Setting<Delimiter> DELIMITER =
      LIST.add("delimiter", DELIMITERS, "auto").meaning("what separates the fields of text");
  static final Setting<IdType> ID_TYPE =
      LIST.add("id-type", word(IdType.class), "auto")
          .meaning("type of ids in text files; auto: longs if all are integers, else strings");
  static final Setting<Optional<IdType>> ROW_ID_TYPE =
      LIST.add("row-id-type", wordOr(AS_ID_TYPE, IdType.class), AS_ID_TYPE)
          .meaning("type of the ids of rows, where it is not that of the ids of columns");
  static final Setting<Optional<IdType>> COLUMN_ID_TYPE =
      LIST.add("column-id-type", wordOr(AS_ID_TYPE, IdType.class), AS_ID_TYPE)
          .meaning("type of the ids of columns, where it is not that of the ids of rows");
  static final Setting<String> COMMENT =
      LIST.add("comment", ValueRule.text("TEXT"), "auto")
          .meaning(
              "what lines begin with that are left out; auto: a hash or a percent sign where a file begins with it;"
                  + " none: every line counts");
  static final Setting<Integer> SKIP_LINES =
      LIST.add("skip-lines", wholeNumberFrom(0), 0)
          .meaning("number of lines at the beginning of each text file that are left out");
  static final Setting<Quote> QUOTE =
      LIST.add("quote", word(Quote.class), "double")
          .meaning("none: quotes are part of fields; double: a field may stand in double quotes");
  static final Setting<LineRules.DecimalMark> DECIMAL =
      LIST.add("decimal", word(LineRules.DecimalMark.class), "point")
          .meaning("what stands before the decimals of numbers in text");
  static final Setting<List<String>> COLUMNS =
      LIST.add("columns", ValueRule.names())
          .meaning("which columns are the values of dense rows, by name; else all");
  static final Setting<List<String>> DROP_COLUMNS =
      LIST.add("drop-columns", ValueRule.names())
          .meaning("which columns are no values of dense rows, by name");
  static final Setting<Boolean> ZERO_BASED =
      LIST.add("zero-based", flag(), false)
          .meaning("indices of columns are from 0, in place of 1 (libsvm)");
  static final Setting<String> FEATURE_TYPE =
      LIST.text("feature-type", "NAME")
          .meaning("the only type of features that is read, such as Gene Expression (10x)");

  /** How the input is read. */
  static final List<Setting<?>> ALL = LIST.all();

  static final Setting<BadRows> ON_BAD_ROWS =
      LIST.add("on-bad-rows", word(BadRows.class), "fail")
          .meaning(
              "what to do with bad rows and lines of the input: skip leaves them out, counts them"
                  + " and lists them in rejected/ of the output");
  public static final Setting<Boolean> TRANSPOSE =
      LIST.add("transpose", flag(), false).meaning("exchange rows and columns");
  public static final Setting<Weighting> WEIGHTING =
      LIST.add("weighting", word(Weighting.class), "none")
          .meaning("tf-idf turns counts into weights: smooth idf, rows of unit length");

  /** What the cells are that were read. */
  static final List<Setting<?>> OF_CELLS =
      List.of(Catalogue.DUPLICATES, ON_BAD_ROWS, Catalogue.EMPTY_CELLS, TRANSPOSE, WEIGHTING);

  /** What stands around fields. */
  public enum Quote {
    /** Nothing. */
    NONE,
    /** Perhaps double quotes. */
    DOUBLE
  }

  /** What becomes of counts. */
  public enum Weighting {
    /** The values of X are what was read. */
    NONE,
    /** Frequent columns weigh less, and long rows no more than short ones. */
    TF_IDF
  }

  private SourceSettings() {}
}
