package org.sparknmf.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorWriterTest {
  /** One file up to 128 MiB, by hand. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "134217728, 1", "134217729, 2", "268435456, 2", "268435457, 3"})
  void thereAreAsManyFilesAsTheSizeAsksFor(long bytes, int files) {
    assertThat(FactorWriter.files(bytes)).isEqualTo(files);
  }
}
