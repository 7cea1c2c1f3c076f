package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.testing.BrokenExtension;
import org.sparknmf.toy.ToyFormat;

class FormatsTest {
  @TempDir Path directory;

  @Test
  void aRegisteredFormatIsAskedFirst() {
    byte[] line = TestText.bytes("a -> b * 3");
    assertThat(Formats.of(new FileProbe("x.toy.gz", line))).isInstanceOf(ToyFormat.class);
    assertThat(Formats.of(new FileProbe("x.txt", line)).name()).isEqualTo("delimited");
  }

  @Test
  void itsWordIsKnownButNotDocumented() {
    assertThat(Formats.parse("TOY")).isEqualTo(new InputFormat("toy"));
    assertThat(Formats.registered("toy")).contains("toy");
    assertThat(Formats.registered("tyo")).isEmpty();
    assertThat(InputFormat.words()).doesNotContain("toy");
  }

  @Test
  void aFormatThatCannotBeLoadedIsNamed() throws IOException {
    BrokenExtension.registered(
        MatrixFormat.class,
        directory,
        () -> {
          assertThatThrownBy(() -> Formats.parse("auto"))
              .isInstanceOf(InvalidSettingException.class)
              .hasMessageContaining("cannot be loaded")
              .hasMessageContaining(BrokenExtension.GONE)
              .hasMessageContaining("correct its jar, or leave it out");
        });
  }
}
