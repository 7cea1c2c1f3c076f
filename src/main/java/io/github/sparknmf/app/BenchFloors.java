package io.github.sparknmf.app;

/**
 * What an iteration cannot be faster than.
 *
 * @param blockBytes bytes of the arrays that hold X
 * @param kernels seconds of the two products X H' and X'W alone
 * @param emptyJobs seconds of a Spark job of as many tasks that do nothing
 */
record BenchFloors(long blockBytes, Spread kernels, Spread emptyJobs) {}
