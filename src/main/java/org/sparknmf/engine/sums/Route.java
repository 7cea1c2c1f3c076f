package org.sparknmf.engine.sums;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/** Which rows of a stripe of H' a partition of X touches. */
public final class Route implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int partition;
  private final int[] rows;

  public Route(int partition, int[] rows) {
    this.partition = partition;
    this.rows = rows;
  }

  /** The partition of X. */
  public int partition() {
    return partition;
  }

  /** Copies the rows out of a stripe. */
  public Factor gather(Factor stripe) {
    Factor piece = stripe.zerosLike(rows.length);
    for (int i = 0; i < rows.length; i++) {
      piece.copyFrom(stripe, rows[i], i, 1);
    }
    return piece;
  }

  /** Spreads a partition's rows over a stripe of zeros. */
  public Factor scatter(Factor piece, int stripeRows) {
    Factor stripe = piece.zerosLike(stripeRows);
    for (int i = 0; i < rows.length; i++) {
      stripe.copyFrom(piece, i, rows[i], 1);
    }
    return stripe;
  }
}
