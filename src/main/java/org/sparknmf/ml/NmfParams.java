package org.sparknmf.ml;

import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/**
 * The parameters that {@link NMF} and {@link NMFModel} share, under Spark's names where Spark has
 * one, else under those of the command line's options.
 */
public interface NmfParams extends Params {

  /** Their definitions. */
  NmfParamSet definitions();

  /** Number of components. */
  default IntParam k() {
    return definitions().k;
  }

  /** See {@link #k}. */
  default int getK() {
    return (int) getOrDefault(k());
  }

  /** Iterations after which to stop in any case. */
  default IntParam maxIter() {
    return definitions().maxIter;
  }

  /** See {@link #maxIter}. */
  default int getMaxIter() {
    return (int) getOrDefault(maxIter());
  }

  /**
   * Relative change of the objective (mu) or of the projected gradient (hals, bpp) at which to
   * stop; 0 never stops early.
   */
  default DoubleParam tol() {
    return definitions().tol;
  }

  /** See {@link #tol}. */
  default double getTol() {
    return (double) getOrDefault(tol());
  }

  /** Seed of all random numbers. */
  default LongParam seed() {
    return definitions().seed;
  }

  /** See {@link #seed}. */
  default long getSeed() {
    return (long) getOrDefault(seed());
  }

  /** Column of vectors, one for each row of X. */
  default Param<String> featuresCol() {
    return definitions().featuresCol;
  }

  /** See {@link #featuresCol}. */
  default String getFeaturesCol() {
    return getOrDefault(featuresCol());
  }

  /** Column that transform adds: the weights of the components. */
  default Param<String> outputCol() {
    return definitions().outputCol;
  }

  /** See {@link #outputCol}. */
  default String getOutputCol() {
    return getOrDefault(outputCol());
  }

  /** Column of row ids, strings or whole numbers; rows are counted where it is not set. */
  default Param<String> idCol() {
    return definitions().idCol;
  }

  /** See {@link #idCol}. */
  default String getIdCol() {
    return getOrDefault(idCol());
  }

  /** Column of row ids where X is given as triples. */
  default Param<String> rowCol() {
    return definitions().rowCol;
  }

  /** See {@link #rowCol}. */
  default String getRowCol() {
    return getOrDefault(rowCol());
  }

  /** Column of column ids where X is given as triples. */
  default Param<String> colCol() {
    return definitions().colCol;
  }

  /** See {@link #colCol}. */
  default String getColCol() {
    return getOrDefault(colCol());
  }

  /** Column of values where X is given as triples. */
  default Param<String> valueCol() {
    return definitions().valueCol;
  }

  /** See {@link #valueCol}. */
  default String getValueCol() {
    return getOrDefault(valueCol());
  }

  /** Column of weights of the cells, for triples with emptyCells missing. */
  default Param<String> weightCol() {
    return definitions().weightCol;
  }

  /** See {@link #weightCol}. */
  default String getWeightCol() {
    return getOrDefault(weightCol());
  }

  /** Frobenius, kullback-leibler, itakura-saito or the beta of a beta-divergence. */
  default Param<String> loss() {
    return definitions().loss;
  }

  /** See {@link #loss}. */
  default String getLoss() {
    return getOrDefault(loss());
  }

  /** Mu for every loss, hals and bpp for frobenius. */
  default Param<String> solver() {
    return definitions().solver;
  }

  /** See {@link #solver}. */
  default String getSolver() {
    return getOrDefault(solver());
  }

  /** Updates for one product with X; 0 for what is good for the solver. */
  default IntParam innerUpdates() {
    return definitions().innerUpdates;
  }

  /** See {@link #innerUpdates}. */
  default int getInnerUpdates() {
    return (int) getOrDefault(innerUpdates());
  }

  /** Start values: auto, random, nndsvd, nndsvda or nndsvdar. */
  default Param<String> init() {
    return definitions().init;
  }

  /** See {@link #init}. */
  default String getInit() {
    return getOrDefault(init());
  }

  /** Factorizations from so many seeds, the best is kept. */
  default IntParam restarts() {
    return definitions().restarts;
  }

  /** See {@link #restarts}. */
  default int getRestarts() {
    return (int) getOrDefault(restarts());
  }

  /**
   * From how many random starts H takes the components that all have in common, to which W is
   * fitted; takes the place of {@link #restarts} where it is not 0.
   */
  default IntParam consensus() {
    return definitions().consensus;
  }

  /** See {@link #consensus}. */
  default int getConsensus() {
    return (int) getOrDefault(consensus());
  }

  /**
   * Leaves out components whose nearest neighbours in other starts are on average further away than
   * this, once all have length 1.
   */
  default DoubleParam consensusThreshold() {
    return definitions().consensusThreshold;
  }

  /** See {@link #consensusThreshold}. */
  default double getConsensusThreshold() {
    return (double) getOrDefault(consensusThreshold());
  }

  /** Whether dead components get new start values. */
  default BooleanParam revive() {
    return definitions().revive;
  }

  /** See {@link #revive}. */
  default boolean getRevive() {
    return (boolean) getOrDefault(revive());
  }

  /** Strength of the penalties on W. */
  default DoubleParam alphaW() {
    return definitions().alphaW;
  }

  /** See {@link #alphaW}. */
  default double getAlphaW() {
    return (double) getOrDefault(alphaW());
  }

  /** Strength of the penalties on H. */
  default DoubleParam alphaH() {
    return definitions().alphaH;
  }

  /** See {@link #alphaH}. */
  default double getAlphaH() {
    return (double) getOrDefault(alphaH());
  }

  /** Share of the absolute values in the penalties, the rest is squares. */
  default DoubleParam l1Ratio() {
    return definitions().l1Ratio;
  }

  /** See {@link #l1Ratio}. */
  default double getL1Ratio() {
    return (double) getOrDefault(l1Ratio());
  }

  /** What cells are that are not stored: zero or missing. */
  default Param<String> emptyCells() {
    return definitions().emptyCells;
  }

  /** See {@link #emptyCells}. */
  default String getEmptyCells() {
    return getOrDefault(emptyCells());
  }

  /** What becomes of triples of the same cell: sum, max or error. */
  default Param<String> duplicates() {
    return definitions().duplicates;
  }

  /** See {@link #duplicates}. */
  default String getDuplicates() {
    return getOrDefault(duplicates());
  }

  /** Of X and of the factors: double or single. */
  default Param<String> precision() {
    return definitions().precision;
  }

  /** See {@link #precision}. */
  default String getPrecision() {
    return getOrDefault(precision());
  }

  /** Where it runs: auto, driver, broadcast, scatter or shuffle. */
  default Param<String> plan() {
    return definitions().plan;
  }

  /** See {@link #plan}. */
  default String getPlan() {
    return getOrDefault(plan());
  }

  /** Partitions of X at most; 0 to go by its size. */
  default IntParam partitions() {
    return definitions().partitions;
  }

  /** See {@link #partitions}. */
  default int getPartitions() {
    return (int) getOrDefault(partitions());
  }

  /** Iterations between checkpoints, where the Spark context has a checkpoint directory. */
  default IntParam checkpointInterval() {
    return definitions().checkpointInterval;
  }

  /** See {@link #checkpointInterval}. */
  default int getCheckpointInterval() {
    return (int) getOrDefault(checkpointInterval());
  }

  /** Seconds after which no further iteration begins. */
  default DoubleParam maxRuntime() {
    return definitions().maxRuntime;
  }

  /** See {@link #maxRuntime}. */
  default double getMaxRuntime() {
    return (double) getOrDefault(maxRuntime());
  }
}
