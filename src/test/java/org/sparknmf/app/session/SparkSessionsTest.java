package org.sparknmf.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.app.check.DoctorChecks;
import scala.Tuple2;

class SparkSessionsTest {

  @Test
  void fillsInWhatIsNotSet() {
    SparkConf conf = SparkSessions.configure(new SparkConf(false), "fit");
    assertThat(conf.get("spark.app.name")).isEqualTo("spark-nmf fit");
    assertThat(conf.get("spark.master")).isEqualTo("local[*]");
    assertThat(conf.get("spark.driver.host")).isEqualTo("127.0.0.1");
    assertThat(conf.get("spark.serializer")).isEqualTo(DoctorChecks.KRYO);
    assertThat(conf.get("spark.kryo.registrator")).isEqualTo(SparkSessions.REGISTRATORS);
  }

  @Test
  void leavesWhatTheUserSet() {
    SparkConf given =
        new SparkConf(false)
            .setMaster("spark://host:7077")
            .setAppName("my run")
            .set("spark.serializer", "org.example.Serializer")
            .set("spark.kryo.registrator", "org.example.Registrator");
    SparkConf conf = SparkSessions.configure(given.clone(), "fit");
    for (Tuple2<String, String> setting : given.getAll()) {
      assertThat(conf.get(setting._1())).isEqualTo(setting._2());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark-nmf", "spark-nmf-0.1.0.jar", "org.sparknmf.app.Main"})
  void replacesANameThatNoUserChose(String name) {
    SparkConf conf = SparkSessions.configure(new SparkConf(false).setAppName(name), "demo");
    assertThat(conf.get("spark.app.name")).isEqualTo("spark-nmf demo");
  }
}
