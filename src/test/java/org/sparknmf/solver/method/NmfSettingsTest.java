package org.sparknmf.solver.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.solver.InvalidSettingException;

class NmfSettingsTest {

  @Test
  void defaultsAreScikitLearnsWhereItHasThem() {
    NmfSettings settings = NmfSettings.defaults();
    assertThat(settings.maxIterations()).isEqualTo(200);
    assertThat(settings.tolerance()).isEqualTo(1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 200, 1e-4, rank must be from 1 to 10000; got 0",
    "-3, 200, 1e-4, rank must be from 1 to 10000; got -3",
    "10001, 200, 1e-4, rank must be from 1 to 10000; got 10001",
    "5, 0, 1e-4, max-iterations must be at least 1; got 0",
    "5, 10, -1, tolerance must be a finite number of at least 0; got -1.0",
    "5, 10, NaN, tolerance must be a finite number of at least 0; got NaN",
    "5, 10, Infinity, tolerance must be a finite number of at least 0; got Infinity"
  })
  void refusesValuesOutOfRange(int rank, int iterations, double tolerance, String message) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> new NmfSettings(rank, iterations, tolerance, 1))
        .withMessageStartingWith(message.replace(';', ','));
  }
}
