package org.sparknmf.testing;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.engine.NmfKryoRegistrator;
import org.sparknmf.io.read.table.ParquetSchemaRegistrator;

/** The one Spark session that all integration tests of a JVM share. */
public final class TestSpark {
  /** What Spark itself sends about without having told Kryo; our classes are in registrators. */
  private static final List<String> OF_OTHERS =
      List.of(
          Cell.class.getName(),
          "org.apache.spark.util.io.ChunkedByteBuffer",
          "[Lorg.apache.spark.util.io.ChunkedByteBuffer;",
          "org.apache.spark.mllib.feature.IDF$DocumentFrequencyAggregator",
          "breeze.linalg.DenseVector$mcJ$sp");

  private TestSpark() {}

  /** A session on {@code local[2]} with Kryo, where an unregistered class is an error. */
  public static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("spark-nmf tests")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.network.timeout", Patience.MINUTES + "min")
        .config("spark.sql.broadcastTimeout", Patience.LIMIT.toSeconds())
        // Code made for each query pays for large data; the clusters' tests have it.
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
        // As SparkSessions has it.
        .config("spark.hadoop.parquet.page.verify-checksum.enabled", "true")
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .config("spark.kryo.registrationRequired", "true")
        .config(
            "spark.kryo.registrator",
            NmfKryoRegistrator.class.getName() + "," + ParquetSchemaRegistrator.class.getName())
        .config("spark.kryo.classesToRegister", String.join(",", OF_OTHERS))
        .config("spark.log.level", "ERROR")
        .getOrCreate();
  }
}
