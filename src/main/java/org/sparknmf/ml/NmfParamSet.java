package org.sparknmf.ml;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparknmf.engine.EngineSettings;
import org.sparknmf.solver.divergence.Divergences;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Stopping;
import org.sparknmf.solver.method.Updates;

/**
 * The parameters of an estimator or a model: made once its uid is known, since a Param made before
 * belongs to nobody.
 */
final class NmfParamSet implements Serializable {
  private static final long serialVersionUID = 1L;

  final IntParam k;
  final IntParam maxIter;
  final DoubleParam tol;
  final LongParam seed;
  final Param<String> featuresCol;
  final Param<String> outputCol;
  final Param<String> idCol;
  final Param<String> rowCol;
  final Param<String> colCol;
  final Param<String> valueCol;
  final Param<String> weightCol;
  final Param<String> loss;
  final Param<String> solver;
  final IntParam innerUpdates;
  final Param<String> init;
  final IntParam restarts;
  final IntParam consensus;
  final DoubleParam consensusThreshold;
  final BooleanParam revive;
  final DoubleParam alphaW;
  final DoubleParam alphaH;
  final DoubleParam l1Ratio;
  final Param<String> emptyCells;
  final Param<String> duplicates;
  final Param<String> precision;
  final Param<String> plan;
  final IntParam partitions;
  final IntParam checkpointInterval;
  final DoubleParam maxRuntime;

  private final Params parent;

  NmfParamSet(Params parent) {
    this.parent = parent;
    k =
        new IntParam(
            parent, "k", "number of components", ParamRule.between("k", 1, NmfSettings.MAX_RANK));
    maxIter =
        new IntParam(
            parent,
            "maxIter",
            "iterations after which to stop in any case",
            ParamRule.atLeast("maxIter", 1));
    tol =
        new DoubleParam(
            parent,
            "tol",
            "relative change of the objective (mu) or of the projected gradient (hals, bpp) at which to stop; 0 never stops early",
            ParamRule.atLeast("tol", 0));
    seed = new LongParam(parent, "seed", "seed of all random numbers");
    featuresCol = new Param<>(parent, "featuresCol", "column of vectors, one for each row of X");
    outputCol =
        new Param<>(
            parent, "outputCol", "column that transform adds: the weights of the components");
    idCol =
        new Param<>(
            parent,
            "idCol",
            "column of row ids, strings or whole numbers; rows are counted where it is not set");
    rowCol = new Param<>(parent, "rowCol", "column of row ids where X is given as triples");
    colCol = new Param<>(parent, "colCol", "column of column ids where X is given as triples");
    valueCol = new Param<>(parent, "valueCol", "column of values where X is given as triples");
    weightCol =
        new Param<>(
            parent,
            "weightCol",
            "column of weights of the cells, 0 for one that is not there; for triples with emptyCells missing");
    loss =
        new Param<>(
            parent,
            "loss",
            "frobenius, kullback-leibler, itakura-saito or the beta of a beta-divergence",
            lossRule());
    solver =
        new Param<>(
            parent,
            "solver",
            "mu for every loss, hals and bpp for frobenius",
            oneOf("solver", "mu", "hals", "bpp"));
    innerUpdates =
        new IntParam(
            parent,
            "innerUpdates",
            "updates for one product with X; 0 for what is good for the solver",
            ParamRule.between("innerUpdates", 0, 1000));
    init =
        new Param<>(
            parent,
            "init",
            "start values: auto, random, nndsvd, nndsvda or nndsvdar",
            oneOf("init", "auto", "random", "nndsvd", "nndsvda", "nndsvdar"));
    restarts =
        new IntParam(
            parent,
            "restarts",
            "factorizations from so many seeds, the best is kept",
            ParamRule.atLeast("restarts", 1));
    consensus =
        new IntParam(
            parent,
            "consensus",
            "starts whose common components become H, instead of restarts; 0: the best is kept",
            ParamRule.of(
                "consensus", "0 or at least 2", value -> (int) value == 0 || (int) value >= 2));
    consensusThreshold =
        new DoubleParam(
            parent,
            "consensusThreshold",
            "largest mean distance of a component to its nearest neighbours in other starts",
            ParamRule.atLeast("consensusThreshold", 0));
    revive = new BooleanParam(parent, "revive", "whether dead components get new start values");
    alphaW =
        new DoubleParam(
            parent, "alphaW", "strength of the penalties on W", ParamRule.atLeast("alphaW", 0));
    alphaH =
        new DoubleParam(
            parent, "alphaH", "strength of the penalties on H", ParamRule.atLeast("alphaH", 0));
    l1Ratio =
        new DoubleParam(
            parent,
            "l1Ratio",
            "share of the absolute values in the penalties, the rest is squares",
            ParamRule.between("l1Ratio", 0, 1));
    emptyCells =
        new Param<>(
            parent,
            "emptyCells",
            "what cells are that are not stored: zero or missing",
            oneOf("emptyCells", "zero", "missing"));
    duplicates =
        new Param<>(
            parent,
            "duplicates",
            "what becomes of triples of the same cell: sum, max or error",
            oneOf("duplicates", "sum", "max", "error"));
    precision =
        new Param<>(
            parent,
            "precision",
            "of X and of the factors: double or single",
            oneOf("precision", "double", "single"));
    plan =
        new Param<>(
            parent,
            "plan",
            "where it runs: auto, driver, broadcast, scatter or shuffle",
            oneOf("plan", "auto", "driver", "broadcast", "scatter", "shuffle"));
    partitions =
        new IntParam(
            parent,
            "partitions",
            "partitions of X at most; 0 to go by its size",
            ParamRule.atLeast("partitions", 0));
    checkpointInterval =
        new IntParam(
            parent,
            "checkpointInterval",
            "iterations between checkpoints, where the Spark context has a checkpoint directory",
            ParamRule.atLeast("checkpointInterval", 1));
    maxRuntime =
        new DoubleParam(
            parent,
            "maxRuntime",
            "seconds after which no further iteration begins",
            ParamRule.of("maxRuntime", "a number above 0", value -> (double) value > 0));
  }

  /** Gives every parameter its default that has one. */
  void setDefaults() {
    parent.setDefault(k, NmfSettings.DEFAULT_RANK);
    parent.setDefault(maxIter, Stopping.DEFAULT_MAX_ITERATIONS);
    parent.setDefault(tol, Stopping.DEFAULT_TOLERANCE);
    parent.setDefault(seed, NmfSettings.DEFAULT_SEED);
    parent.setDefault(featuresCol, "features");
    parent.setDefault(outputCol, "factors");
    parent.setDefault(valueCol, "value");
    parent.setDefault(loss, "frobenius");
    parent.setDefault(solver, "mu");
    parent.setDefault(innerUpdates, Updates.AUTO);
    parent.setDefault(init, "auto");
    parent.setDefault(restarts, 1);
    parent.setDefault(consensus, 0);
    parent.setDefault(consensusThreshold, 0.5);
    parent.setDefault(revive, false);
    parent.setDefault(alphaW, 0.0);
    parent.setDefault(alphaH, 0.0);
    parent.setDefault(l1Ratio, 0.0);
    parent.setDefault(emptyCells, "zero");
    parent.setDefault(duplicates, "sum");
    parent.setDefault(precision, "double");
    parent.setDefault(plan, "auto");
    parent.setDefault(partitions, 0);
    parent.setDefault(checkpointInterval, EngineSettings.DEFAULT_CHECKPOINT_INTERVAL);
    parent.setDefault(maxRuntime, Double.MAX_VALUE);
  }

  private static ParamRule<String> lossRule() {
    return ParamRule.of(
        "loss",
        "frobenius, kullback-leibler, itakura-saito or the beta of a beta-divergence",
        value -> Divergences.named(value.toString()).isPresent());
  }

  private static ParamRule<String> oneOf(String name, String... words) {
    List<String> all = Arrays.asList(words);
    return ParamRule.of(name, "one of " + String.join(", ", all), value -> all.contains(value));
  }
}
