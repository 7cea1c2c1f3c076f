package org.sparknmf.fit;

import java.util.OptionalDouble;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.start.StartKind;

/**
 * How often a factorization starts, and what is made of that.
 *
 * @param starts from so many seeds, the run's and those after it
 * @param revive whether dead components get new start values
 * @param consensus empty where the best of the attempts is kept; else the components that they have
 *     in common are: of those whose nearest neighbours in other attempts are on average no further
 *     away than this
 */
public record Attempts(int starts, boolean revive, OptionalDouble consensus) {

  /** One start, dead components stay dead. */
  public static final Attempts ONE = new Attempts(1, false, OptionalDouble.empty());

  /** All components are compared with all others: so many can be. */
  public static final int MOST_COMPARED = 3000;

  /**
   * The kind of start for this number of attempts.
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
          "%s must be %s where the start is no matter of chance, got %d; say --init random or nndsvdar, or leave --%1$s out"
              .formatted(option(), consensus.isPresent() ? "0" : "1", starts));
    }
    return wanted;
  }

  private String option() {
    return consensus.isPresent() ? "consensus" : "restarts";
  }
}
