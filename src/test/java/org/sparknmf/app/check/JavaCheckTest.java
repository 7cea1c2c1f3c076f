package org.sparknmf.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaCheckTest {

  @ParameterizedTest
  @CsvSource({
    "17,OK",
    "17.0.15,OK",
    "21.0.2+13,OK",
    "18.0.1,WARN",
    "20,WARN",
    "22-ea,WARN",
    "23,FAIL",
    "24.0.1,FAIL",
    "25-ea,FAIL",
    "25.0.1,FAIL",
    "future,WARN"
  })
  void judgesByTheFeatureRelease(String version, Level level) {
    assertThat(JavaCheck.of(version).level()).isEqualTo(level);
  }

  @Test
  void saysWhatToDo() {
    assertThat(JavaCheck.of("17.0.15").message()).isEmpty();
    assertThat(JavaCheck.of("25.0.1").message())
        .isEqualTo(
            "Java must be 17 or 21, got 25.0.1, with which Hadoop 3.4 fails (getSubject is not"
                + " supported); set JAVA_HOME to a JDK 17 or 21");
  }
}
