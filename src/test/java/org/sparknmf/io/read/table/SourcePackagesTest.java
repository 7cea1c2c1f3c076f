package org.sparknmf.io.read.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePackagesTest {

  /** As the makers' own pages have them. */
  @ParameterizedTest
  @CsvSource({
    "4.1.3, 2.13, delta,   io.delta:delta-spark_4.1_2.13:VERSION",
    "4.0.4, 2.13, delta,   io.delta:delta-spark_2.13:VERSION",
    "3.5.9, 2.12, delta,   io.delta:delta-spark_2.12:VERSION",
    "3.5.9, 2.12, iceberg, org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:VERSION",
    "4.1.3, 2.13, hudi,    org.apache.hudi:hudi-spark4.1-bundle_2.13:VERSION",
    "4.3.0, 2.13, avro,    org.apache.spark:spark-avro_2.13:4.3.0",
    "3.5.9, 2.12, kafka,   org.apache.spark:spark-sql-kafka-0-10_2.12:3.5.9",
  })
  void areThoseOfTheSparkThatRuns(String spark, String scala, String format, String expected) {
    assertThat(new SourcePackages(spark, scala).of(format)).contains(expected);
  }

  @Test
  void othersAreNotGuessed() {
    assertThat(new SourcePackages("4.1.0", "2.13").of("mongodb")).isEmpty();
  }
}
