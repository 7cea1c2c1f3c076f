package org.sparknmf.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** An application for the cluster harness: sums on the executors, writes the sum to a file. */
public final class TinyJob {
  private TinyJob() {}

  /** Arguments: the URI of the file to write, the exit code, and how many seconds to stay on. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int sum;
    try (SparkSession session = SparkSession.builder().getOrCreate()) {
      JavaSparkContext context = new JavaSparkContext(session.sparkContext());
      sum =
          context
              .parallelize(IntStream.rangeClosed(1, 100).boxed().toList(), 4)
              .map(value -> value * value)
              .reduce(Integer::sum);
      Path file = new Path(args[0]);
      FileSystem files = FileSystem.get(URI.create(args[0]), context.hadoopConfiguration());
      try (OutputStream out = files.create(file)) {
        out.write(Integer.toString(sum).getBytes(StandardCharsets.UTF_8));
      }
      Thread.sleep(Duration.ofSeconds(Long.parseLong(args[2])).toMillis());
    }
    System.out.println("sum " + sum);
    System.exit(Integer.parseInt(args[1]));
  }
}
