package org.sparknmf.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapMeterTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  void garbageShowsInThePeakAndLiveDataInBoth() {
    long before = measure(0, 0).peakAfterCollection();
    HeapMeter dirty = measure(0, 60);
    assertThat(dirty.peak()).isGreaterThan(before + 50L * MEGABYTE);
    assertThat(dirty.peakAfterCollection()).isLessThan(before + 30L * MEGABYTE);
    HeapMeter full = measure(60, 0);
    assertThat(full.peak()).isGreaterThan(before + 50L * MEGABYTE);
    assertThat(full.peakAfterCollection()).isGreaterThan(before + 50L * MEGABYTE);
  }

  /** In one piece each, which no collection can come between. */
  private static HeapMeter measure(int live, int garbage) {
    byte[] kept;
    HeapMeter meter = HeapMeter.start();
    try (meter) {
      kept = new byte[live * MEGABYTE];
      assertThat(new byte[garbage * MEGABYTE]).hasSize(garbage * MEGABYTE);
    }
    assertThat(kept).hasSize(live * MEGABYTE);
    return meter;
  }
}
