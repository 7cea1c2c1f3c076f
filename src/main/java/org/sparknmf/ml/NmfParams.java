package org.sparknmf.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparknmf.fit.setting.Catalogue;

/**
 * The parameters that {@link NMF} and {@link NMFModel} share, under Spark's names where Spark has
 * one, else under those of the command line's options; {@code explainParams} says more of each.
 */
public interface NmfParams extends Params {

  /** Their definitions. */
  NmfParamSet definitions();

  /** Number of components. */
  default IntParam k() {
    return definitions().whole(Catalogue.RANK);
  }

  default int getK() {
    return (int) getOrDefault(k());
  }

  /** Iterations after which to stop in any case. */
  default IntParam maxIter() {
    return definitions().whole(Catalogue.MAX_ITERATIONS);
  }

  default int getMaxIter() {
    return (int) getOrDefault(maxIter());
  }

  /** Change of the objective, or of its gradient, at which to stop. */
  default DoubleParam tol() {
    return definitions().number(Catalogue.TOLERANCE);
  }

  default double getTol() {
    return (double) getOrDefault(tol());
  }

  /** Seed of all random numbers. */
  default LongParam seed() {
    return (LongParam) definitions().of(Catalogue.SEED);
  }

  default long getSeed() {
    return (long) getOrDefault(seed());
  }

  /** Column of vectors, one for each row of X. */
  default Param<String> featuresCol() {
    return definitions().text(Catalogue.FEATURES_COL);
  }

  default String getFeaturesCol() {
    return getOrDefault(featuresCol());
  }

  /** Column that transform adds: the weights of the components. */
  default Param<String> outputCol() {
    return definitions().text(Catalogue.OUTPUT_COL);
  }

  default String getOutputCol() {
    return getOrDefault(outputCol());
  }

  /** Column of row ids, strings or whole numbers; rows are counted where it is not set. */
  default Param<String> idCol() {
    return definitions().text(Catalogue.ID_COL);
  }

  default String getIdCol() {
    return getOrDefault(idCol());
  }

  /** Column of row ids where X is given as triples. */
  default Param<String> rowCol() {
    return definitions().text(Catalogue.ROW_COL);
  }

  default String getRowCol() {
    return getOrDefault(rowCol());
  }

  /** Column of column ids where X is given as triples. */
  default Param<String> colCol() {
    return definitions().text(Catalogue.COL_COL);
  }

  default String getColCol() {
    return getOrDefault(colCol());
  }

  /** Column of values where X is given as triples. */
  default Param<String> valueCol() {
    return definitions().text(Catalogue.VALUE_COL);
  }

  default String getValueCol() {
    return getOrDefault(valueCol());
  }

  /** Column of weights of the cells, for triples with emptyCells missing. */
  default Param<String> weightCol() {
    return definitions().text(Catalogue.WEIGHT_COL);
  }

  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** Frobenius, kullback-leibler, itakura-saito or the beta of a beta-divergence. */
  default Param<String> loss() {
    return definitions().text(Catalogue.LOSS);
  }

  default String getLoss() {
    return getOrDefault(loss());
  }

  /** Mu for every loss, hals and bpp for frobenius, auto for the soonest. */
  default Param<String> solver() {
    return definitions().text(Catalogue.SOLVER);
  }

  default String getSolver() {
    return getOrDefault(solver());
  }

  /** Updates for one product with X; 0 for what is good for the solver. */
  default IntParam innerUpdates() {
    return definitions().whole(Catalogue.INNER_UPDATES);
  }

  default int getInnerUpdates() {
    return (int) getOrDefault(innerUpdates());
  }

  /** Whether the factor that travels is extrapolated: auto, yes or no. */
  default Param<String> momentum() {
    return definitions().text(Catalogue.MOMENTUM);
  }

  default String getMomentum() {
    return getOrDefault(momentum());
  }

  /** Start values: auto, random, nndsvd, nndsvda, nndsvdar or compressed. */
  default Param<String> init() {
    return definitions().text(Catalogue.INIT);
  }

  default String getInit() {
    return getOrDefault(init());
  }

  /** Factorizations from so many seeds, the best is kept. */
  default IntParam restarts() {
    return definitions().whole(Catalogue.RESTARTS);
  }

  default int getRestarts() {
    return (int) getOrDefault(restarts());
  }

  /** Starts whose common components become H, in place of {@link #restarts}; 0 for none. */
  default IntParam consensus() {
    return definitions().whole(Catalogue.CONSENSUS);
  }

  default int getConsensus() {
    return (int) getOrDefault(consensus());
  }

  /** Largest mean distance of a component to its nearest neighbours in other starts. */
  default DoubleParam consensusThreshold() {
    return definitions().number(Catalogue.CONSENSUS_THRESHOLD);
  }

  default double getConsensusThreshold() {
    return (double) getOrDefault(consensusThreshold());
  }

  /** Whether dead components get new start values. */
  default BooleanParam revive() {
    return definitions().flag(Catalogue.REVIVE);
  }

  default boolean getRevive() {
    return (boolean) getOrDefault(revive());
  }

  /** Strength of the penalties on W. */
  default DoubleParam alphaW() {
    return definitions().number(Catalogue.ALPHA_W);
  }

  default double getAlphaW() {
    return (double) getOrDefault(alphaW());
  }

  /** Strength of the penalties on H. */
  default DoubleParam alphaH() {
    return definitions().number(Catalogue.ALPHA_H);
  }

  default double getAlphaH() {
    return (double) getOrDefault(alphaH());
  }

  /** What the strengths of penalties are multiplied by: auto, count or cells. */
  default Param<String> penaltyScale() {
    return definitions().text(Catalogue.PENALTY_SCALE);
  }

  default String getPenaltyScale() {
    return getOrDefault(penaltyScale());
  }

  /** Share of the absolute values in the penalties, the rest is squares. */
  default DoubleParam l1Ratio() {
    return definitions().number(Catalogue.L1_RATIO);
  }

  default double getL1Ratio() {
    return (double) getOrDefault(l1Ratio());
  }

  /** What cells are that are not stored: zero or missing. */
  default Param<String> emptyCells() {
    return definitions().text(Catalogue.EMPTY_CELLS);
  }

  default String getEmptyCells() {
    return getOrDefault(emptyCells());
  }

  /** What becomes of triples of the same cell: sum, max or error. */
  default Param<String> duplicates() {
    return definitions().text(Catalogue.DUPLICATES);
  }

  default String getDuplicates() {
    return getOrDefault(duplicates());
  }

  /** The precision of X and of the factors: double or single. */
  default Param<String> precision() {
    return definitions().text(Catalogue.PRECISION);
  }

  default String getPrecision() {
    return getOrDefault(precision());
  }

  /** The plan by which a fit runs: auto, driver, broadcast, scatter or shuffle. */
  default Param<String> plan() {
    return definitions().text(Catalogue.PLAN);
  }

  default String getPlan() {
    return getOrDefault(plan());
  }

  /** Partitions of X at most; 0 to go by its size. */
  default IntParam partitions() {
    return definitions().whole(Catalogue.PARTITIONS);
  }

  default int getPartitions() {
    return (int) getOrDefault(partitions());
  }

  /** Iterations between checkpoints, where the Spark context has a checkpoint directory. */
  default IntParam checkpointInterval() {
    return definitions().whole(Catalogue.CHECKPOINT_INTERVAL);
  }

  default int getCheckpointInterval() {
    return (int) getOrDefault(checkpointInterval());
  }

  /** Seconds after which no further iteration begins. */
  default DoubleParam maxRuntime() {
    return definitions().number(Catalogue.MAX_RUNTIME);
  }

  default double getMaxRuntime() {
    return (double) getOrDefault(maxRuntime());
  }
}
