package org.sparknmf.engine.shuffle;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/** The rows of a stripe of H' that one partition of X touches, on their way there. */
public final class StripePiece implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int stripe;
  private final Factor rows;

  StripePiece(int stripe, Factor rows) {
    this.stripe = stripe;
    this.rows = rows;
  }

  int stripe() {
    return stripe;
  }

  Factor rows() {
    return rows;
  }
}
