package org.sparknmf.engine;

import org.sparknmf.solver.InvalidSettingException;

/**
 * How the engine runs, without any say in the result.
 *
 * @param checkpointDirectory where factors are saved; any file system that all executors reach
 * @param checkpointInterval iterations from one checkpoint to the next
 * @param maxIterations for the labels of jobs only
 */
public record EngineSettings(
    String checkpointDirectory, int checkpointInterval, int maxIterations) {

  /** Iterations between checkpoints unless told otherwise. */
  public static final int DEFAULT_CHECKPOINT_INTERVAL = 10;

  /** Validates the interval. */
  public EngineSettings {
    if (checkpointInterval < 1) {
      throw new InvalidSettingException(
          "checkpoint-interval must be at least 1, got "
              + checkpointInterval
              + "; change --checkpoint-interval");
    }
  }

  /** Whether the factors are to be saved after an iteration. */
  public boolean isDue(int iteration) {
    return iteration > 0 && iteration % checkpointInterval == 0;
  }
}
