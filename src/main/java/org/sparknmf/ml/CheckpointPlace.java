package org.sparknmf.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** The place of an estimator's checkpoints, which every executor must reach. */
record CheckpointPlace(JavaSparkContext context) {
  /**
   * The directory of checkpoints: beside those of the context, if it has a place for them; else in
   * the local temporary directory in local mode, else in the home directory of the default file
   * system.
   *
   * @throws IllegalArgumentException if that file system is one that executors do not share
   */
  String directory() {
    if (context.getCheckpointDir().isPresent()) {
      return new Path(context.getCheckpointDir().get()).getParent().toString();
    }
    try {
      if (context.isLocal()) {
        return Files.createTempDirectory("spark-nmf-checkpoints").toUri().toString();
      }
      FileSystem files = FileSystem.get(context.hadoopConfiguration());
      if (files.getScheme().equals("file")) {
        throw new IllegalArgumentException(
            "the Spark context has no checkpoint directory, and the default file system is not one"
                + " that executors share: call setCheckpointDir on the context, or setPlan(\"driver\")");
      }
      return new Path(files.getHomeDirectory(), ".spark-nmf/" + UUID.randomUUID()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException("no place for checkpoints: " + e.getMessage(), e);
    }
  }
}
