package io.github.sparknmf.fit;

import io.github.sparknmf.solver.InvalidSettingException;
import io.github.sparknmf.solver.StartKind;

/**
 * How often a factorization starts.
 *
 * @param starts from so many seeds, the run's and those after it; the best is kept
 * @param revive whether dead components get new start values
 */
public record Attempts(int starts, boolean revive) {

  /** One start, dead components stay dead. */
  public static final Attempts ONE = new Attempts(1, false);

  /**
   * Where the factors start, now that there are so many attempts.
   *
   * @throws InvalidSettingException if every attempt would be the same
   */
  public StartKind start(StartKind wanted) {
    if (starts == 1) {
      return wanted;
    }
    if (wanted == StartKind.AUTO) {
      return StartKind.RANDOM;
    }
    if (wanted != StartKind.RANDOM && wanted != StartKind.NNDSVDAR) {
      throw new InvalidSettingException(
          "restarts must be 1 where the start is no matter of chance, got "
              + starts
              + "; say --init random or nndsvdar, or leave --restarts out");
    }
    return wanted;
  }
}
