package org.sparknmf.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCheckTest {

  @ParameterizedTest
  @CsvSource({
    "17,3.3.4,OK",
    "17.0.15,3.5.0,OK",
    "21.0.2+13,3.4.2,OK",
    "18.0.1,3.4.2,WARN",
    "20,3.5.0,WARN",
    "22-ea,3.4.2,WARN",
    "23,3.4.2,FAIL",
    "23,3.5.0,WARN",
    "24.0.1,3.3.6,FAIL",
    "25-ea,3.4.2,FAIL",
    "25.0.1,3.4.2,FAIL",
    "25.0.1,3.5.0,OK",
    "25.0.1,3.10.1-vendor,OK",
    "25.0.1,4.0.0,OK",
    "25.0.1,Unknown,FAIL",
    "future,3.4.2,WARN"
  })
  void judgesByTheFeatureReleaseAndByHadoop(String version, String hadoop, Level level) {
    assertThat(JavaCheck.of(version, () -> hadoop).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"3.3.4;17 or 21", "3.4.2;17 or 21", "3.5.0;17, 21 or 25", "4.0.0;17, 21 or 25"})
  void namesTheJavasThatAHadoopRunsOn(String hadoop, String javas) {
    assertThat(JavaCheck.testedWith(hadoop)).isEqualTo(javas);
  }

  @Test
  void saysWhatToDo() {
    assertThat(JavaCheck.of("17.0.15", () -> "3.4.2").message()).isEmpty();
    assertThat(JavaCheck.of("25.0.1", () -> "3.4.2").message())
        .isEqualTo(
            "Java must be 17 or 21, got 25.0.1, with which Hadoop 3.4.2 fails (getSubject is not"
                + " supported); take a Spark with Hadoop 3.5 or later, or set JAVA_HOME to a JDK 17"
                + " or 21");
  }
}
