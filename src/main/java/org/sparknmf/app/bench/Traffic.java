package org.sparknmf.app.bench;

/**
 * Bytes that moved, by Spark's own account.
 *
 * @param shared serialised broadcasts, once each, as the driver holds them; task binaries included
 * @param fetched broadcasts as they reached executors other than the driver, all executors together
 * @param shuffleWritten what map tasks wrote
 * @param shuffleReadLocal what reduce tasks read from their own executor's disk
 * @param shuffleReadRemote what reduce tasks read from other executors
 * @param collected results of tasks as they reached the driver, with some kilobytes of metrics each
 */
public record Traffic(
    long shared,
    long fetched,
    long shuffleWritten,
    long shuffleReadLocal,
    long shuffleReadRemote,
    long collected) {
  static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0);

  /** The sum of this traffic and another. */
  public Traffic plus(Traffic other) {
    return new Traffic(
        shared + other.shared,
        fetched + other.fetched,
        shuffleWritten + other.shuffleWritten,
        shuffleReadLocal + other.shuffleReadLocal,
        shuffleReadRemote + other.shuffleReadRemote,
        collected + other.collected);
  }

  /** The mean of so many. */
  public Traffic dividedBy(int count) {
    return new Traffic(
        shared / count,
        fetched / count,
        shuffleWritten / count,
        shuffleReadLocal / count,
        shuffleReadRemote / count,
        collected / count);
  }
}
