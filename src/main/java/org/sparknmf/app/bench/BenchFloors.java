package org.sparknmf.app.bench;

import java.util.Optional;

/**
 * What an iteration cannot be faster than.
 *
 * @param blockBytes bytes of the arrays that hold X
 * @param kernels seconds of the two products X H' and X'W alone; empty where they do not fit this
 *     JVM
 * @param emptyJobs seconds of a Spark job of as many tasks that do nothing
 */
record BenchFloors(long blockBytes, Optional<Spread> kernels, Spread emptyJobs) {}
