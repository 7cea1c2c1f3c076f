package org.sparknmf.io.read.lines;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.LiteralPath;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.files.Splits;
import org.sparknmf.io.read.text.LineSlab;

/**
 * Reads the lines of a text file by slabs, without a row of Spark SQL for each of them.
 *
 * @param spark the session
 * @param file the text file, plain or compressed
 */
public record SlabScan(SparkSession spark, Path file) {

  /** Whether that is the better way: not for archives that Spark SQL can cut, which we cannot. */
  public boolean isBetter() {
    return !(new CompressionCodecFactory(hadoop()).getCodec(file)
        instanceof SplittableCompressionCodec);
  }

  /** The lines; nothing is read yet. An element is good until the next one is asked for. */
  public JavaRDD<LineSlab> slabs() {
    try {
      Job job = Job.getInstance(hadoop());
      FileInputFormat.setInputPaths(job, new Path(LiteralPath.of(file)));
      long length = file.getFileSystem(hadoop()).getFileStatus(file).getLen();
      FileInputFormat.setMaxInputSplitSize(job, Splits.bytes(spark, length));
      return JavaSparkContext.fromSparkContext(spark.sparkContext())
          .newAPIHadoopRDD(
              job.getConfiguration(), SlabFormat.class, NullWritable.class, LineSlab.class)
          .values();
    } catch (IOException e) {
      throw ReadFailures.unreadable(Places.show(file), e);
    }
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
