package org.sparknmf.fit.setting;

import static org.sparknmf.fit.setting.ValueRule.atMost;
import static org.sparknmf.fit.setting.ValueRule.flag;
import static org.sparknmf.fit.setting.ValueRule.numberFrom;
import static org.sparknmf.fit.setting.ValueRule.wholeNumberFrom;
import static org.sparknmf.fit.setting.ValueRule.wholeNumberFromOr;
import static org.sparknmf.fit.setting.ValueRule.word;
import static org.sparknmf.fit.setting.ValueRule.wordOr;
import static org.sparknmf.fit.setting.ValueRule.zeroOr;

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
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.divergence.Divergence;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.MiniBatch;
import org.sparknmf.solver.method.Momentum;
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
              "the value of cells that the input does not have: zero, or missing, so that X is"
                  + " known only at its stored cells, zeros included");

  public static final Setting<Integer> RANK =
      FITS.param("rank", wholeNumberFrom(1), NmfSettings.DEFAULT_RANK)
          .named("k")
          .fewer(atMost(NmfSettings.MAX_RANK, wholeNumberFrom(1)))
          .meaning("how many components to find");
  public static final Setting<Divergence> LOSS =
      FITS.param("loss", ValueRule.loss(), "frobenius")
          .meaning("what is minimised: a name or the beta of a beta-divergence");
  public static final Setting<Optional<Method>> SOLVER =
      FITS.param("solver", ValueRule.methodOr("auto"), "mu")
          .meaning(
              Methods.ours().stream().map(Method::help).collect(Collectors.joining("; "))
                  + "; auto: hals with momentum for frobenius, from nndsvd or compressed where every"
                  + " cell is known, and until the error stops falling, else mu, with momentum for"
                  + " kullback-leibler; the default where several starts or ranks are asked for, and"
                  + " of the Estimator");
  public static final Setting<Double> ALPHA_W =
      FITS.param("alpha-w", numberFrom(0), 0)
          .meaning(
              "strength of the penalties on W, times the number of columns, or as penalty-scale says");
  public static final Setting<Double> ALPHA_H =
      FITS.param("alpha-h", numberFrom(0), 0)
          .meaning(
              "strength of the penalties on H, times the number of rows, or as penalty-scale says");
  public static final Setting<Double> L1_RATIO =
      FITS.param("l1-ratio", numberFrom(0), 0)
          .fewer(atMost(1.0, numberFrom(0)))
          .meaning(
              "share of the strength that penalises sums, the rest penalises squares: from 0 to 1");
  public static final Setting<PenaltyScale> PENALTY_SCALE =
      FITS.param("penalty-scale", word(PenaltyScale.class), "auto")
          .meaning(
              "what alpha-w and alpha-h are multiplied by: cells (all of a row or column), or count"
                  + " (its known ones: squares alone, loss frobenius); auto: count where cells are"
                  + " missing and the loss is frobenius, then with 0.035 times the root mean square"
                  + " of the known cells where no strength is given; else cells");
  public static final Setting<PenaltyUpdate> PENALTY_UPDATE =
      FITS.add("penalty-update", word(PenaltyUpdate.class), "majorize")
          .meaning(
              "how mu updates with penalties if the loss is not frobenius: majorize never lets the"
                  + " objective rise, ratio is the formula of scikit-learn");
  public static final Setting<StartKind> INIT =
      FITS.param("init", word(StartKind.class), "auto")
          .fewer(word(EnumSet.complementOf(EnumSet.of(StartKind.CUSTOM))))
          .meaning(
              "start values of the factors; auto: nndsvda if the rank is at most min(rows, columns)"
                  + " and every cell is known, else random; for hals with momentum compressed"
                  + " instead, where X has so many cells that it pays; compressed: what iterations on X"
                  + " compressed by singular vectors come to, for frobenius with every cell known;"
                  + " custom: the factors of init-from");
  public static final Setting<String> INIT_FROM =
      FITS.text("init-from", "PATH")
          .meaning(
              "result of an earlier fit whose W and H are the start values, matched by id; new rows"
                  + " and columns start with random values");
  public static final Setting<String> FIX_W =
      FITS.text("fix-w", "PATH")
          .meaning(
              "result of an earlier fit whose W gives the first components of W, which do not"
                  + " change");
  public static final Setting<String> FIX_H =
      FITS.text("fix-h", "PATH")
          .meaning(
              "result of an earlier fit whose H gives the first components of H, which do not"
                  + " change");
  public static final Setting<List<Integer>> FIX_COMPONENTS =
      FITS.add("fix-components", ValueRule.wholeNumbersFrom(1))
          .meaning(
              "the components that fix-w and fix-h take, by their numbers in components/, in this"
                  + " order; default: all");
  public static final Setting<Long> SEED =
      FITS.param("seed", ValueRule.wholeNumber(), NmfSettings.DEFAULT_SEED)
          .meaning(
              "seed of all random numbers; the same input, settings and seed give the same factors");
  public static final Setting<Integer> RESTARTS =
      FITS.param("restarts", wholeNumberFrom(1), 1)
          .meaning(
              "number of random starts, with this seed and the following ones, of which the best"
                  + " fit is kept");
  public static final Setting<Integer> CONSENSUS =
      FITS.param("consensus", wholeNumberFrom(0), 0)
          .fewer(zeroOr(wholeNumberFrom(2)))
          .meaning(
              "number of random starts whose common components become H, to which W is fitted; 0:"
                  + " no consensus");
  public static final Setting<Double> CONSENSUS_THRESHOLD =
      FITS.param("consensus-threshold", numberFrom(0), 0.5)
          .meaning(
              "drops components whose mean distance to their nearest neighbours in other starts is"
                  + " above this; two components of length 1 with nothing in common have distance"
                  + " 1.41");
  public static final Setting<Boolean> REVIVE =
      FITS.param("revive", flag(), false)
          .meaning("give dead components new start values, at most three times");
  public static final Setting<Integer> MAX_ITERATIONS =
      FITS.param("max-iterations", wholeNumberFrom(1), Stopping.DEFAULT_MAX_ITERATIONS)
          .named("maxIter")
          .meaning("largest number of iterations");
  public static final Setting<Double> TOLERANCE =
      FITS.param("tolerance", numberFrom(0), "1e-4")
          .named("tol")
          .meaning(
              "stop when the error falls by less than this share of the first error in ten"
                  + " iterations (%s, auto), or when the projected gradient is at most this share of the first (%s); 0 never stops early"
                      .formatted(
                          Methods.names(method -> !method.stopsByGradient()),
                          Methods.names(Method::stopsByGradient)));
  public static final Setting<Double> MAX_RUNTIME =
      FITS.param("max-runtime", ValueRule.duration(), "unlimited")
          .meaning("time after which no further iteration begins, such as 90s, 30m, 2h");
  public static final Setting<OptionalInt> INNER_UPDATES =
      FITS.param("inner-updates", wholeNumberFromOr("auto", 1), "auto")
          .meaning(
              "number of updates of a factor with the same product of X in an iteration; auto: %s; with another loss, mini-batches, or missing cells whose penalties are not counted 1 for mu"
                  .formatted(
                      Methods.ours().stream()
                          .map(
                              method ->
                                  "%d for %s"
                                      .formatted(
                                          method.innerUpdates(Objective.frobenius()),
                                          method.name()))
                          .collect(Collectors.joining(", "))));
  public static final Setting<Momentum> MOMENTUM =
      FITS.param("momentum", word(Momentum.class), "auto")
          .meaning(
              "extrapolate a factor and take back what does not lower the objective: hals with"
                  + " frobenius (H); mu with kullback-leibler (both factors); auto: yes with hals"
                  + " there, with mu where solver auto takes it, else no");
  public static final Setting<OptionalInt> MINI_BATCH =
      FITS.add("mini-batch", wholeNumberFromOr("off", 1), "off")
          .meaning(
              "improve H after each batch of about this number of rows (%s); max-iterations then counts passes over X, and tolerance limits the change of H in a step"
                  .formatted(Methods.names(Method::servesBatches)));
  public static final Setting<Double> FORGET_FACTOR =
      FITS.add("forget-factor", numberFrom(0), MiniBatch.DEFAULT_FORGET_FACTOR)
          .meaning(
              "share of the weight of earlier mini-batches that is left after a pass, from 0 to 1");
  public static final Setting<Precision> PRECISION =
      FITS.param("precision", word(Precision.class), "double")
          .meaning(
              "precision of X and the factors: single takes half the memory and gives about six"
                  + " digits");
  public static final Setting<Optional<PlanKind>> PLAN =
      FITS.param("plan", wordOr("auto", PlanKind.class), "auto")
          .meaning("where the iterations run; the factors do not depend on it");
  public static final Setting<Optional<Orientation>> ORIENTATION =
      FITS.add("orientation", wordOr("auto", Orientation.class), "auto")
          .meaning(
              "the side of X that is cut into segments, the factor of the other side travels; auto:"
                  + " the longer side if it is more than twice as long");
  public static final Setting<OptionalInt> PARTITIONS =
      FITS.param("partitions", wholeNumberFromOr("auto", 1), "auto")
          .meaning("number of Spark's partitions of X; the factors do not depend on it");
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
              "share of the cells that each fit does not see, at most 0.5; auto: 0.8 to 10 percent,"
                  + " depending on the matrix");
  public static final Setting<Boolean> WARM_START =
      TRY.param("warm-start", flag(), false)
          .meaning(
              "start each fit from the fit of the rank before it, with random additional components");

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

  /** Another default where a good fit is asked for, and not the iterations of a solver. */
  public static final Map<Setting<?>, String> WHERE_THE_FIT_COUNTS = Map.of(SOLVER, "auto");

  /** Other defaults where ranks are tried. */
  public static final Map<Setting<?>, String> WHERE_RANKS_ARE_TRIED =
      Map.of(RESTARTS, "5", SOLVER, "auto", MAX_ITERATIONS, "100");

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
