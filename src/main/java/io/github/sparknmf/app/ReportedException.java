package io.github.sparknmf.app;

/** The failure of another process, passed on. */
final class ReportedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  ReportedException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
