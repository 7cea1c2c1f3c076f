package org.sparknmf.app.failure;

/** The failure of another process, passed on. */
public final class ReportedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  public ReportedException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
