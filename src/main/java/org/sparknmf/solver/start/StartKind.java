package org.sparknmf.solver.start;

import java.util.Locale;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.divergence.Objective;

/** The kinds of start values of a factorization. */
public enum StartKind {
  /** {@link #NNDSVDA} where the rank allows it and every cell is known, else {@link #RANDOM}. */
  AUTO,
  /** Scaled random numbers. */
  RANDOM,
  /** Parts of singular vectors. */
  NNDSVD,
  /** Parts of singular vectors, with zeros filled by the mean of X. */
  NNDSVDA,
  /** Parts of singular vectors, with zeros filled by small random numbers. */
  NNDSVDAR,
  /** What coordinate descent makes of {@link #NNDSVD} on X compressed by singular vectors. */
  COMPRESSED,
  /** Factors that are given. */
  CUSTOM;

  /**
   * What a start comes to for a matrix.
   *
   * @throws InvalidSettingException if it needs another matrix or a lower rank
   */
  public StartKind on(long rows, long columns, int rank, EmptyCells emptyCells) {
    long side = Math.min(rows, columns);
    boolean possible = rank <= side && emptyCells == EmptyCells.ZERO;
    if (this == AUTO) {
      return possible ? NNDSVDA : RANDOM;
    }
    if (isSingular() && emptyCells == EmptyCells.MISSING) {
      throw new InvalidSettingException(
          "init "
              + word()
              + " takes cells that are not stored for zeros, which empty-cells missing forbids; say"
              + " --init random");
    }
    if (isSingular() && !possible) {
      throw new InvalidSettingException(
          "rank must be at most min(rows, columns) = %d with init %s, got %d; lower --rank or say --init random"
              .formatted(side, word(), rank));
    }
    return this;
  }

  /**
   * Refuses a start for which another objective is needed.
   *
   * @throws InvalidSettingException if it does not serve this one
   */
  public void requireServes(Objective objective) {
    if (this == COMPRESSED && !objective.isPlainLeastSquares()) {
      throw new InvalidSettingException(
          "init compressed works with loss frobenius and empty-cells zero, got %s and empty-cells %s; say --init random"
              .formatted(
                  objective.divergence().words(),
                  objective.emptyCells().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Whether it is made of singular vectors. */
  public boolean isSingular() {
    return this == NNDSVD || this == NNDSVDA || this == NNDSVDAR || this == COMPRESSED;
  }

  /** What stands where singular vectors leave zeros. */
  public ZeroFill fill() {
    return switch (this) {
      case NNDSVDA -> ZeroFill.MEAN;
      case NNDSVDAR -> ZeroFill.RANDOM;
      default -> ZeroFill.NONE;
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
