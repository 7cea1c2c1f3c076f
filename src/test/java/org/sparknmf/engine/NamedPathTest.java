package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.engine.spark.NamedPath;

class NamedPathTest {
  private static final Configuration HADOOP = new Configuration(false);

  @ParameterizedTest
  @ValueSource(strings = {"data 10:30.csv", "a:b", "run:2/x.csv", ":x", "10:30/11:40", "x y/a:b"})
  void aRelativeNameMayHaveAColon(String name) {
    assertThat(NamedPath.of(name, HADOOP).toUri().getPath())
        .isEqualTo(Path.of("").toAbsolutePath() + "/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x/a:b", "file:/x", "hdfs://h:8020/x", "s3a://b/x", "x/y", "x.csv", "*"})
  void whatHadoopReadsRightIsLeftToIt(String text) {
    assertThat(NamedPath.of(text, HADOOP)).isEqualTo(new org.apache.hadoop.fs.Path(text));
  }

  @Test
  void itIsOfTheDefaultFileSystem() {
    assertThat(NamedPath.of("a:b", HADOOP).toUri().getScheme()).isEqualTo("file");
  }
}
