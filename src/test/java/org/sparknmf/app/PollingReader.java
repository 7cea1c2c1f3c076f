package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Somebody who reads an output all the time, whatever happens to those who write it. */
final class PollingReader implements AutoCloseable {
  private static final long PAUSE_NANOS = 500_000;

  private final Path output;
  private final List<String> expected;
  private final ConcurrentLinkedQueue<String> halves = new ConcurrentLinkedQueue<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final AtomicLong longestGapNanos = new AtomicLong();
  private final Thread thread = new Thread(this::poll, "polling-reader");
  private volatile boolean over;

  private PollingReader(Path output, List<String> expected) {
    this.output = output;
    this.expected = expected;
  }

  static PollingReader of(Path output, List<String> expected) {
    PollingReader reader = new PollingReader(output, expected);
    reader.thread.start();
    return reader;
  }

  private void poll() {
    long gapBegan = 0;
    while (!over) {
      LockSupport.parkNanos(PAUSE_NANOS);
      looks.incrementAndGet();
      if (!Files.exists(output)) {
        gapBegan = gapBegan == 0 ? System.nanoTime() : gapBegan;
        long gap = System.nanoTime() - gapBegan;
        longestGapNanos.accumulateAndGet(gap, Math::max);
        continue;
      }
      gapBegan = 0;
      look();
    }
  }

  private void look() {
    try {
      JsonNode manifest =
          new ObjectMapper().readTree(Files.readString(output.resolve("manifest.json")));
      String w = manifest.at("/factors/W/sha256").asText();
      if (!expected.get(0).equals(w)) {
        halves.add("sha256 of W is " + w);
      } else if (IntStream.range(0, 2).noneMatch(look -> isMarked())) {
        halves.add("there is a manifest and no _SUCCESS");
      }
    } catch (IOException e) {
      // Moved away between two calls: the next look tells.
      if (Files.exists(output.resolve("manifest.json"))) {
        halves.add(e.toString());
      }
    }
  }

  /** Whether what has a manifest has a mark; it may be moved away between the two looks, once. */
  private boolean isMarked() {
    return !Files.exists(output.resolve("manifest.json"))
        || Files.exists(output.resolve("_SUCCESS"));
  }

  /** What it saw was whole, and it was there but for the moment between two renames. */
  void assertNeverHalf() {
    assertThat(halves).isEmpty();
    assertThat(looks.get()).isPositive();
    assertThat(longestGapNanos.get() / 1e9).as("seconds without an output").isLessThan(1);
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
