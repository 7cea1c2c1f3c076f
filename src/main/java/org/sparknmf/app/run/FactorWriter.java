package org.sparknmf.app.run;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FittedFactor;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.io.publish.ResultDirectory;

/**
 * Writes a factor with its ids, by one of two ways to the same table: what this JVM holds and one
 * file is to have, it writes itself; all else takes a Spark job.
 *
 * @param spark a session
 * @param directory the result that the tables belong to
 */
record FactorWriter(SparkSession spark, ResultDirectory directory) {
  /** A file has no more bytes, before they are encoded, than a block of HDFS. */
  static final long FILE = 128L << 20;

  /** A factor with fewer bytes comes to this JVM sooner than Spark plans its writing. */
  private static final long SMALL = 4L << 20;

  /**
   * The part of the heap that a table may have, whose file is encoded there before it is written.
   */
  private static final int PART_OF_HEAP = 16;

  /**
   * Writes it.
   *
   * @param rank k
   * @param ids of its rows
   * @param names of the tables that are to hold it
   */
  void write(FittedFactor factor, int rank, Numbering ids, String... names) {
    long bytes = ids.size() * (rank + 1) * Double.BYTES;
    FittedFactor there = bytes < SMALL ? factor.gathered("bringing " + names[0] + " here") : factor;
    long most = Math.min(FILE, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    boolean isHere = there.held().isPresent() && bytes < most && ids.mayBeHere();
    for (String name : names) {
      if (isHere) {
        writeHere(name, there.held().orElseThrow(), ids);
      } else {
        writeBySpark(name, there.distributed(), ids, files(bytes));
      }
    }
  }

  /** As many as the bytes need. */
  static int files(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, (bytes + FILE - 1) / FILE));
  }

  /** Writes rows of this JVM. */
  void writeHere(String name, List<FactorPart> factor, Numbering ids) {
    directory.writeRows(name, FactorFrames.schema(ids.idType()), FactorFrames.rows(factor, ids));
  }

  /** Writes rows wherever they are. */
  void writeBySpark(String name, JavaRDD<FactorPart> factor, Numbering ids, int files) {
    JobLabel.during(
        JavaSparkContext.fromSparkContext(spark.sparkContext()),
        "writing " + name,
        () -> {
          directory.writeTable(name, FactorFrames.of(spark, factor, ids, files));
          return name;
        });
  }
}
