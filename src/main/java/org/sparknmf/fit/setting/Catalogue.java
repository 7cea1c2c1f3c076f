package org.sparknmf.fit.setting;

import static org.sparknmf.fit.setting.ValueRule.atMost;
import static org.sparknmf.fit.setting.ValueRule.flag;
import static org.sparknmf.fit.setting.ValueRule.numberFrom;
import static org.sparknmf.fit.setting.ValueRule.wholeNumberFrom;
import static org.sparknmf.fit.setting.ValueRule.wholeNumberFromOr;
import static org.sparknmf.fit.setting.ValueRule.word;
import static org.sparknmf.fit.setting.ValueRule.wordOr;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.engine.matrix.Orientation;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.start.StartKind;

/**
 * Every setting that says what is factorized and how, once. Command line, configuration files,
 * environment, Spark properties, parameters of the Estimator and documentation derive from it.
 */
public final class Catalogue {
  private static final String FIRST = "0.1.0";
  private static final SettingList CELL = new SettingList(FIRST);
  private static final SettingList FITS = new SettingList(FIRST);
  private static final SettingList TRY = new SettingList(FIRST);
  private static final SettingList COLS = new SettingList(FIRST);
  private static final ValueRule<String> COLUMN = ValueRule.text("NAME");

  public static final Setting<DuplicatePolicy> DUPLICATES =
      CELL.param("duplicates", word(DuplicatePolicy.class), "sum")
          .meaning("what to do when a cell is given more than once");
  public static final Setting<EmptyCells> EMPTY_CELLS =
      CELL.param("empty-cells", word(EmptyCells.class), "zero")
          .meaning(
              "what a cell is that the input does not have: zero, or missing, so that X is known at"
                  + " its stored cells only, zeros included");

  public static final Setting<Integer> RANK =
      FITS.param("rank", wholeNumberFrom(1), NmfSettings.DEFAULT_RANK)
          .named("k")
          .fewer(atMost(NmfSettings.MAX_RANK, wholeNumberFrom(1)))
          .meaning("how many components to find");
  public static final Setting<Divergence> LOSS =
      FITS.param("loss", ValueRule.loss(), "frobenius")
          .meaning("what is minimised: a name or the beta of a beta-divergence");
  public static final Setting<Method> SOLVER =
      FITS.param("solver", ValueRule.method(), "mu")
          .meaning(Methods.all().stream().map(Method::help).collect(Collectors.joining("; ")));
  public static final Setting<Double> ALPHA_W =
      FITS.param("alpha-w", numberFrom(0), 0)
          .meaning("strength of the penalties on W, times the number of columns");
  public static final Setting<Double> ALPHA_H =
      FITS.param("alpha-h", numberFrom(0), 0)
          .meaning("strength of the penalties on H, times the number of rows");
  public static final Setting<Double> L1_RATIO =
      FITS.param("l1-ratio", numberFrom(0), 0)
          .fewer(atMost(1.0, numberFrom(0)))
          .meaning("part of the strength that goes to sums, the rest to squares: from 0 to 1");
  public static final Setting<PenaltyUpdate> PENALTY_UPDATE =
      FITS.add("penalty-update", word(PenaltyUpdate.class), "majorize")
          .meaning(
              "how mu sees penalties where the loss is not frobenius: majorize never lets the"
                  + " objective rise, ratio is scikit-learn's");
  public static final Setting<StartKind> INIT =
      FITS.param("init", word(StartKind.class), "auto")
          .fewer(word(EnumSet.complementOf(EnumSet.of(StartKind.CUSTOM))))
          .meaning(
              "where the factors start; auto: nndsvda where the rank is at most min(rows, columns)"
                  + " and every cell is known, else random; custom: where init-from says");
  public static final Setting<String> INIT_FROM =
      FITS.text("init-from", "PATH")
          .meaning(
              "result of an earlier fit whose W and H are the start values, matched by id; new rows"
                  + " and columns start with random values");
  public static final Setting<String> FIX_W =
      FITS.text("fix-w", "PATH")
          .meaning(
              "result of an earlier fit whose W gives the first components of W, which do not move");
  public static final Setting<String> FIX_H =
      FITS.text("fix-h", "PATH")
          .meaning(
              "result of an earlier fit whose H gives the first components of H, which do not move");
  public static final Setting<List<Integer>> FIX_COMPONENTS =
      FITS.add("fix-components", ValueRule.wholeNumbersFrom(1))
          .meaning(
              "which components fix-w and fix-h take, by their numbers in components/, in this"
                  + " order; all where it is not given");
  public static final Setting<Long> SEED =
      FITS.param("seed", ValueRule.wholeNumber(), NmfSettings.DEFAULT_SEED)
          .meaning("same input, settings and seed give the same factors");
  public static final Setting<Integer> RESTARTS =
      FITS.param("restarts", wholeNumberFrom(1), 1)
          .meaning(
              "from how many random starts, of this seed and those after it, to keep the best");
  public static final Setting<Integer> CONSENSUS =
      FITS.param("consensus", wholeNumberFrom(0), 0)
          .meaning(
              "of how many random starts to take the components that they have in common, as H, to"
                  + " which W is fitted; 0: one fit is taken as it is");
  public static final Setting<Double> CONSENSUS_THRESHOLD =
      FITS.param("consensus-threshold", numberFrom(0), 0.5)
          .meaning(
              "leaves out components whose nearest neighbours in other starts are on average"
                  + " further away than this; two of length 1 without anything in common are 1.41"
                  + " apart");
  public static final Setting<Boolean> REVIVE =
      FITS.param("revive", flag(), false)
          .meaning("give components that have died new start values, at most three times");
  public static final Setting<Integer> MAX_ITERATIONS =
      FITS.param("max-iterations", wholeNumberFrom(1), Stopping.DEFAULT_MAX_ITERATIONS)
          .named("maxIter")
          .meaning("when to stop at the latest");
  public static final Setting<Double> TOLERANCE =
      FITS.param("tolerance", numberFrom(0), "1e-4")
          .named("tol")
          .meaning(
              "stop when the error falls by less than this part of the first error in ten"
                  + " iterations (%s), or when the projected gradient is at most this part of the first (%s); 0 never stops early"
                      .formatted(
                          Methods.names(method -> !method.stopsByGradient()),
                          Methods.names(Method::stopsByGradient)));
  public static final Setting<Double> MAX_RUNTIME =
      FITS.param("max-runtime", ValueRule.duration(), "unlimited")
          .meaning("time after which no further iteration begins, such as 90s, 30m, 2h");
  public static final Setting<OptionalInt> INNER_UPDATES =
      FITS.param("inner-updates", wholeNumberFromOr("auto", 1), "auto")
          .meaning(
              "how often an iteration updates a factor with the same product of X; auto: 1"
                  + Methods.all().stream()
                      .filter(method -> method.innerUpdates() > 1)
                      .map(method -> ", for %s %d".formatted(method.name(), method.innerUpdates()))
                      .collect(Collectors.joining()));
  public static final Setting<OptionalInt> MINI_BATCH =
      FITS.add("mini-batch", wholeNumberFromOr("off", 1), "off")
          .meaning(
              "improve H after each batch of about so many rows (%s); max-iterations then counts passes over X, and tolerance is for the change of H in a step"
                  .formatted(Methods.names(Method::servesBatches)));
  public static final Setting<Double> FORGET_FACTOR =
      FITS.add("forget-factor", numberFrom(0), MiniBatch.DEFAULT_FORGET_FACTOR)
          .meaning(
              "what is left after a pass of the weight of what mini-batches have seen, from 0 to 1");
  public static final Setting<Precision> PRECISION =
      FITS.param("precision", word(Precision.class), "double")
          .meaning(
              "how X and the factors are held: single takes half the memory and gives about six"
                  + " digits");
  public static final Setting<Optional<PlanKind>> PLAN =
      FITS.param("plan", wordOr("auto", PlanKind.class), "auto")
          .meaning("where the iterations run; the factors do not depend on it");
  public static final Setting<Optional<Orientation>> ORIENTATION =
      FITS.add("orientation", wordOr("auto", Orientation.class), "auto")
          .meaning(
              "which side of X is cut into parts, the other side's factor travels; auto: the longer"
                  + " one if it is more than twice as long");
  public static final Setting<OptionalInt> PARTITIONS =
      FITS.param("partitions", wholeNumberFromOr("auto", 1), "auto")
          .meaning("in how many parts Spark holds X; the factors do not depend on it");
  public static final Setting<Integer> CHECKPOINT_INTERVAL =
      FITS.param(
              "checkpoint-interval", wholeNumberFrom(1), EngineSettings.DEFAULT_CHECKPOINT_INTERVAL)
          .meaning("iterations between checkpoints of the factors");

  public static final Setting<List<Integer>> RANKS =
      TRY.param("ranks", ValueRule.ranks(), "2..20")
          .fewer(ValueRule.wholeNumbersFrom(1))
          .meaning("which ranks to try: from..to, or several separated by commas");
  public static final Setting<OptionalDouble> HELD_OUT_SHARE =
      TRY.param("held-out-share", ValueRule.numberOr("auto"), "auto")
          .meaning(
              "part of the cells that each fit does not see, at most 0.5; auto: what the matrix can"
                  + " spare, 0.8 to 10 percent");
  public static final Setting<Boolean> WARM_START =
      TRY.param("warm-start", flag(), false)
          .meaning(
              "begin each fit where that of the rank before ended, with further components at"
                  + " random");

  public static final Setting<String> FEATURES_COL =
      COLS.param("features-col", COLUMN, "features")
          .meaning("column of vectors, one for each row of X");
  public static final Setting<String> OUTPUT_COL =
      COLS.param("output-col", COLUMN, "factors")
          .meaning("column that transform adds: the weights of the components");
  public static final Setting<String> ID_COL =
      COLS.param("id-col", COLUMN)
          .meaning(
              "column of row ids, strings or whole numbers; rows are counted where it is not set");
  public static final Setting<String> ROW_COL =
      COLS.param("row-col", COLUMN).meaning("column of row ids where X is given as triples");
  public static final Setting<String> COL_COL =
      COLS.param("col-col", COLUMN).meaning("column of column ids where X is given as triples");
  public static final Setting<String> VALUE_COL =
      COLS.param("value-col", COLUMN, "value")
          .meaning("column of values where X is given as triples");
  public static final Setting<String> WEIGHT_COL =
      COLS.param("weight-col", COLUMN)
          .meaning(
              "column of weights of the cells, 0 for one that is not there; for triples with"
                  + " emptyCells missing");

  /** What a factorization is, from the rank on, in the order in which people read about it. */
  public static final List<Setting<?>> OF_A_FIT = FITS.all();

  /** The parameters of the Estimator, of which some are columns of its dataset. */
  public static final List<Setting<?>> OF_THE_ESTIMATOR =
      Stream.of(CELL, FITS, COLS)
          .flatMap(list -> list.all().stream())
          .filter(setting -> setting.parameter().isPresent())
          .toList();

  /** The parameters that an Estimator has which tries ranks, beside those of a single fit. */
  public static final List<Setting<?>> OF_A_SELECTION = TRY.all();

  /** Other defaults where ranks are tried. */
  public static final Map<Setting<?>, String> WHERE_RANKS_ARE_TRIED =
      Map.of(RESTARTS, "5", SOLVER, "hals", MAX_ITERATIONS, "100");

  private Catalogue() {}

  /** The setting that is a parameter of some name. */
  public static Setting<?> parameter(String name) {
    return Stream.of(OF_THE_ESTIMATOR, OF_A_SELECTION)
        .flatMap(List::stream)
        .filter(setting -> setting.parameter().orElseThrow().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
