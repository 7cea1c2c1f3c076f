package org.sparknmf.app.settings;

import static org.sparknmf.app.settings.Setting.setting;
import static org.sparknmf.app.settings.Setting.withoutDefault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.io.read.Formats;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.report.Pictures;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;

/**
 * The catalogue: every setting of {@code fit}, once, some of them from {@link SourceSettings}.
 * Command-line options, configuration files, environment variables, Spark properties and the
 * documentation are derived from it.
 */
public final class Settings {

  public static final Setting<String> INPUT =
      withoutDefault("input", "file, directory or glob that holds the matrix X", "PATH");
  public static final Setting<String> FORMAT =
      setting(
          "format",
          "how the input is to be read; auto goes by its name and first lines",
          "auto",
          ValueRule.oneOf(InputFormat.words()).or(Formats::registered));
  static final Setting<String> ROW_LABELS =
      withoutDefault(
          "row-labels", "text file with the id of each row, one a line (mtx, libsvm)", "FILE");
  static final Setting<String> COLUMN_LABELS =
      withoutDefault(
          "column-labels",
          "text file with the id of each column, one a line (mtx, libsvm, vectors)",
          "FILE");
  static final Setting<String> ROW_COLUMN =
      withoutDefault(
          "row-column", "field with the row id (triples); else row, or the first", "NAME");
  static final Setting<String> COLUMN_COLUMN =
      withoutDefault(
          "column-column",
          "field with the column id (triples); else column, or the second",
          "NAME");
  static final Setting<String> VALUE_COLUMN =
      withoutDefault(
          "value-column",
          "field with the value (triples); else value, or the third; 1 for every cell where there is none",
          "NAME");
  public static final Setting<String> WEIGHT_COLUMN =
      withoutDefault(
          "weight-column",
          "field with the weight of a cell, 0 for one that is not there (triples, with empty-cells"
              + " missing)",
          "NAME");
  static final Setting<String> ID_COLUMN =
      withoutDefault(
          "id-column",
          "field with the row id; else rows are counted (vectors, dense, text)",
          "NAME");
  static final Setting<String> FEATURES_COLUMN =
      withoutDefault(
          "features-column",
          "field with the vector of a row (vectors); else the only one with vectors",
          "NAME");
  static final Setting<String> HEADER =
      setting(
          "header",
          "whether the first line of CSV or TSV has the names of the fields",
          "auto",
          ValueRule.oneOf("auto", "yes", "no"));
  static final Setting<String> DELIMITER =
      setting(
          "delimiter",
          "what separates the fields of text",
          "auto",
          ValueRule.oneOf("auto", "comma", "tab", "semicolon", "space"));
  static final Setting<String> ID_TYPE =
      setting(
          "id-type",
          "what ids in text files become; auto makes longs of them if all are integers",
          "auto",
          ValueRule.oneOf("auto", "string", "long"));
  public static final Setting<String> DUPLICATES =
      setting(
          "duplicates",
          "what to do when a cell is given more than once",
          "sum",
          ValueRule.oneOf("sum", "max", "error"));
  public static final Setting<String> EMPTY_CELLS =
      setting(
          "empty-cells",
          "what a cell is that the input does not have: zero, or missing, so that X is known at its"
              + " stored cells only, zeros included",
          "zero",
          ValueRule.oneOf("zero", "missing"));
  public static final Setting<Boolean> TRANSPOSE =
      setting("transpose", "take rows for columns and columns for rows", "false", ValueRule.flag());
  public static final Setting<String> WEIGHTING =
      setting(
          "weighting",
          "tf-idf turns counts into weights: smooth idf, rows of unit length",
          "none",
          ValueRule.oneOf("none", "tf-idf"));
  public static final Setting<Integer> RANK =
      setting(
          "rank",
          "how many components to find",
          String.valueOf(NmfSettings.DEFAULT_RANK),
          ValueRule.wholeNumberFrom(1));
  public static final Setting<Divergence> LOSS =
      setting(
          "loss",
          "what is minimised: a name or the beta of a beta-divergence",
          "frobenius",
          ValueRule.loss());
  public static final Setting<String> SOLVER =
      setting(
          "solver",
          "multiplicative updates for every loss; hals and bpp (exact least squares) for frobenius",
          "mu",
          ValueRule.oneOf("mu", "hals", "bpp"));
  public static final Setting<Double> ALPHA_W =
      setting(
          "alpha-w",
          "strength of the penalties on W, times the number of columns",
          "0",
          ValueRule.numberFrom(0));
  public static final Setting<Double> ALPHA_H =
      setting(
          "alpha-h",
          "strength of the penalties on H, times the number of rows",
          "0",
          ValueRule.numberFrom(0));
  public static final Setting<Double> L1_RATIO =
      setting(
          "l1-ratio",
          "part of the strength that goes to sums, the rest to squares: from 0 to 1",
          "0",
          ValueRule.numberFrom(0));
  public static final Setting<String> PENALTY_UPDATE =
      setting(
          "penalty-update",
          "how mu sees penalties where the loss is not frobenius: majorize never lets the objective"
              + " rise, ratio is scikit-learn's",
          "majorize",
          ValueRule.oneOf("majorize", "ratio"));
  public static final Setting<String> INIT =
      setting(
          "init",
          "where the factors start; auto: nndsvda where the rank is at most min(rows, columns) and"
              + " every cell is known, else random; custom: where init-from says",
          "auto",
          ValueRule.oneOf("auto", "random", "nndsvd", "nndsvda", "nndsvdar", "custom"));
  public static final Setting<String> INIT_FROM =
      withoutDefault(
          "init-from",
          "result of an earlier fit whose W and H are the start values, matched by id; new rows and"
              + " columns start with random values",
          "PATH");
  public static final Setting<String> FIX_W =
      withoutDefault(
          "fix-w",
          "result of an earlier fit whose W gives the first components of W, which do not move",
          "PATH");
  public static final Setting<String> FIX_H =
      withoutDefault(
          "fix-h",
          "result of an earlier fit whose H gives the first components of H, which do not move",
          "PATH");
  public static final Setting<List<Integer>> FIX_COMPONENTS =
      new Setting<>(
          "fix-components",
          "which components fix-w and fix-h take, by their numbers in components/, in this order;"
              + " all where it is not given",
          Optional.empty(),
          ValueRule.wholeNumbersFrom(1));
  public static final Setting<Long> SEED =
      setting(
          "seed",
          "same input, settings and seed give the same factors",
          String.valueOf(NmfSettings.DEFAULT_SEED),
          ValueRule.wholeNumber());
  public static final Setting<Integer> RESTARTS =
      setting(
          "restarts",
          "from how many random starts, of this seed and those after it, to keep the best",
          "1",
          ValueRule.wholeNumberFrom(1));
  public static final Setting<Integer> CONSENSUS =
      setting(
          "consensus",
          "of how many random starts to take the components that they have in common, as H, to"
              + " which W is fitted; 0: one fit is taken as it is",
          "0",
          ValueRule.wholeNumberFrom(0));
  public static final Setting<Double> CONSENSUS_THRESHOLD =
      setting(
          "consensus-threshold",
          "leaves out components whose nearest neighbours in other starts are on average further"
              + " away than this; two of length 1 without anything in common are 1.41 apart",
          "0.5",
          ValueRule.numberFrom(0));
  public static final Setting<Boolean> REVIVE =
      setting(
          "revive",
          "give components that have died new start values, at most three times",
          "false",
          ValueRule.flag());
  public static final Setting<Integer> MAX_ITERATIONS =
      setting(
          "max-iterations",
          "when to stop at the latest",
          String.valueOf(Stopping.DEFAULT_MAX_ITERATIONS),
          ValueRule.wholeNumberFrom(1));
  public static final Setting<Double> TOLERANCE =
      setting(
          "tolerance",
          "stop when the error falls by less than this part of the first error in ten iterations"
              + " (mu), or when the projected gradient is at most this part of the first (hals,"
              + " bpp); 0 never stops early",
          "1e-4",
          ValueRule.numberFrom(0));
  public static final Setting<Double> MAX_RUNTIME =
      setting(
          "max-runtime",
          "time after which no further iteration begins, such as 90s, 30m, 2h",
          "unlimited",
          ValueRule.duration());
  public static final Setting<OptionalInt> INNER_UPDATES =
      setting(
          "inner-updates",
          "how often an iteration updates a factor with the same product of X; auto: 1, for hals 3",
          "auto",
          ValueRule.wholeNumberFromOrAuto(1));
  public static final Setting<OptionalInt> MINI_BATCH =
      setting(
          "mini-batch",
          "improve H after each batch of about so many rows (mu); max-iterations then counts passes"
              + " over X, and tolerance is for the change of H in a step",
          "off",
          ValueRule.wholeNumberFromOr("off", 1));
  public static final Setting<Double> FORGET_FACTOR =
      setting(
          "forget-factor",
          "what is left after a pass of the weight of what mini-batches have seen, from 0 to 1",
          String.valueOf(MiniBatch.DEFAULT_FORGET_FACTOR),
          ValueRule.numberFrom(0));
  public static final Setting<String> PRECISION =
      setting(
          "precision",
          "how X and the factors are held: single takes half the memory and gives about six digits",
          "double",
          ValueRule.oneOf("double", "single"));
  public static final Setting<String> PLAN =
      setting(
          "plan",
          "where the iterations run; the factors do not depend on it",
          "auto",
          ValueRule.oneOf("auto", "driver", "broadcast", "scatter", "shuffle"));
  public static final Setting<String> ORIENTATION =
      setting(
          "orientation",
          "which side of X is cut into parts, the other side's factor travels; auto: the longer one"
              + " if it is more than twice as long",
          "auto",
          ValueRule.oneOf("auto", "rows", "columns"));
  public static final Setting<OptionalInt> PARTITIONS =
      setting(
          "partitions",
          "in how many parts Spark holds X; the factors do not depend on it",
          "auto",
          ValueRule.wholeNumberFromOrAuto(1));
  public static final Setting<Integer> CHECKPOINT_INTERVAL =
      setting(
          "checkpoint-interval",
          "iterations between checkpoints of the factors",
          String.valueOf(EngineSettings.DEFAULT_CHECKPOINT_INTERVAL),
          ValueRule.wholeNumberFrom(1));
  public static final Setting<String> OUTPUT =
      withoutDefault("output", "directory for the factors, published whole or not at all", "PATH");
  public static final Setting<String> IF_EXISTS =
      setting(
          "if-exists",
          "what to do when the output exists; resume goes on from what an interrupted run has saved, and replaces an older result",
          "error",
          ValueRule.oneOf("error", "overwrite", "skip", "resume"));
  public static final Setting<Integer> TOP =
      setting(
          "top",
          "columns to list for each component, or to recommend for each row",
          "10",
          ValueRule.wholeNumberFrom(1));

  public static final Setting<Pictures.Shape> IMAGE_SHAPE =
      new Setting<>(
          "image-shape",
          "draw components as pictures in the report: rows and columns of pixels, a pixel for each"
              + " column of X, by id",
          Optional.empty(),
          ValueRule.imageShape());

  /** All settings, in the order in which people read about them. */
  public static final List<Setting<?>> ALL =
      List.of(
          INPUT,
          SourceSettings.TABLE,
          SourceSettings.SQL,
          FORMAT,
          SourceSettings.FORMAT_NAME,
          SourceSettings.FORMAT_OPTION,
          ROW_LABELS,
          COLUMN_LABELS,
          ROW_COLUMN,
          COLUMN_COLUMN,
          VALUE_COLUMN,
          WEIGHT_COLUMN,
          ID_COLUMN,
          FEATURES_COLUMN,
          SourceSettings.TEXT_COLUMN,
          SourceSettings.STOP_WORDS,
          SourceSettings.MIN_DOCUMENTS,
          SourceSettings.MAX_TERMS,
          HEADER,
          DELIMITER,
          ID_TYPE,
          DUPLICATES,
          SourceSettings.ON_BAD_ROWS,
          EMPTY_CELLS,
          TRANSPOSE,
          WEIGHTING,
          RANK,
          LOSS,
          SOLVER,
          ALPHA_W,
          ALPHA_H,
          L1_RATIO,
          PENALTY_UPDATE,
          INIT,
          INIT_FROM,
          FIX_W,
          FIX_H,
          FIX_COMPONENTS,
          SEED,
          RESTARTS,
          CONSENSUS,
          CONSENSUS_THRESHOLD,
          REVIVE,
          MAX_ITERATIONS,
          TOLERANCE,
          MAX_RUNTIME,
          INNER_UPDATES,
          MINI_BATCH,
          FORGET_FACTOR,
          PRECISION,
          PLAN,
          ORIENTATION,
          PARTITIONS,
          CHECKPOINT_INTERVAL,
          OUTPUT,
          IF_EXISTS,
          GateSettings.REQUIRE_CONVERGENCE,
          GateSettings.MAX_RELATIVE_ERROR,
          GateSettings.MAX_EMPTY_ROWS,
          RunSettings.PUBLISH,
          RunSettings.RUN_ID,
          RunSettings.LABEL,
          TOP,
          IMAGE_SHAPE);

  private static final Map<String, Setting<?>> BY_SPELLING = bySpelling();

  private Settings() {}

  /** Those of {@code fit} and those of other commands. */
  static List<Setting<?>> all() {
    return Stream.of(ALL, ModelSettings.ALL, SelectSettings.ALL).flatMap(List::stream).toList();
  }

  /** The setting with a key in kebab case or in camel case. */
  static Optional<Setting<?>> spelled(String key) {
    return Optional.ofNullable(BY_SPELLING.get(key));
  }

  private static Map<String, Setting<?>> bySpelling() {
    Map<String, Setting<?>> map = new LinkedHashMap<>();
    for (Setting<?> setting : all()) {
      map.put(setting.key(), setting);
      map.put(setting.camelCase(), setting);
    }
    return map;
  }
}
