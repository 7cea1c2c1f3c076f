package org.sparknmf.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;

/**
 * What this process holds on to after a garbage collection.
 *
 * @param heap bytes in use
 * @param threads alive
 * @param files where results are, and of Spark's shuffles
 * @param openFiles descriptors, where the system tells
 * @param cached data sets that are persisted
 * @param blocks of any kind, broadcasts too
 */
record Footprint(long heap, long threads, long files, long openFiles, long cached, long blocks) {
  private static final int COLLECTIONS = 4;
  private static final int MILLIS_FOR_THE_CLEANER = 250;

  /** Of this process and a directory. */
  static Footprint take(SparkSession spark, Path results) throws InterruptedException {
    settle();
    Runtime java = Runtime.getRuntime();
    File descriptors = new File("/proc/self/fd");
    String[] open = descriptors.list();
    return new Footprint(
        java.totalMemory() - java.freeMemory(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        files(results) + SparkEnv.get().blockManager().diskBlockManager().getAllFiles().size(),
        open == null ? 0 : open.length,
        spark.sparkContext().getPersistentRDDs().size(),
        held());
  }

  /** Spark drops what it broadcast, or shuffled, in its own time once nobody can reach it. */
  private static void settle() throws InterruptedException {
    long before = -1;
    for (int same = 0; same < COLLECTIONS; same++) {
      System.gc();
      Thread.sleep(MILLIS_FOR_THE_CLEANER);
      long now = held();
      same = now == before ? same : 0;
      before = now;
    }
  }

  private static long held() {
    return SparkEnv.get().blockManager().getMatchingBlockIds(block -> true).size();
  }

  private static long files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
