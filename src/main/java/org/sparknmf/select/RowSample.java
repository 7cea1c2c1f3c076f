package org.sparknmf.select;

import java.util.stream.LongStream;
import org.sparknmf.solver.SplitMix;

/** A fixed sample of rows, for what would need a number for each pair of rows. */
public final class RowSample {
  /** Pairs of this many rows fit anywhere, and tell as much as those of more. */
  static final int MOST = 500;

  private static final long PURPOSE = 0x53414D50;

  private RowSample() {}

  /** Ascending numbers: all rows where they are few, else one at random from each of many runs. */
  public static long[] of(long rows, long seed) {
    if (rows <= MOST) {
      return LongStream.range(0, rows).toArray();
    }
    long[] sample = new long[MOST];
    for (int s = 0; s < MOST; s++) {
      long from = Math.floorDiv(rows * s, MOST);
      long to = Math.floorDiv(rows * (s + 1), MOST);
      long random = SplitMix.mix(SplitMix.mix(seed + PURPOSE) + SplitMix.GAMMA * (s + 1));
      sample[s] = from + Long.remainderUnsigned(random, to - from);
    }
    return sample;
  }
}
