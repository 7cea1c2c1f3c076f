package org.sparknmf.app.failure;

import java.util.List;

/**
 * A result was computed and lies beside the current one, which it is not good enough to replace.
 */
public final class GateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GateException(List<String> failed, String place) {
    super(
        "quality gate failed: "
            + String.join("; ", failed)
            + "; the result lies in '"
            + place
            + "' and the one before it stays: look at both, or change the limit");
  }
}
