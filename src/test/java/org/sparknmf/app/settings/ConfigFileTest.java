package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.solver.InvalidSettingException;

class ConfigFileTest {
  @TempDir Path directory;

  @Test
  void readsPropertiesWithTheirLines() throws IOException {
    Path file =
        write(
            """
            # rank=3 \\
            ! a comment

            rank=5
              maxIterations : 7
            spark.nmf.tolerance 1e-3
            input = /data/\\
                    m\\u00e4rz-ü.mtx
            seed=9
            """);
    assertThat(ConfigFile.read(file))
        .extracting(v -> v.setting().key(), GivenValue::text, v -> v.origin().place())
        .containsExactly(
            tuple("rank", "5", file + " line 4"),
            tuple("max-iterations", "7", file + " line 5"),
            tuple("tolerance", "1e-3", file + " line 6"),
            tuple("input", "/data/märz-ü.mtx", file + " line 7"),
            tuple("seed", "9", file + " line 9"));
  }

  @Test
  void anEvenNumberOfBackslashesEndsALine() throws IOException {
    assertThat(ConfigFile.read(write("output=C:\\\\\\\\\nrank=2")))
        .extracting(GivenValue::text)
        .containsExactly("C:\\\\", "2");
  }

  /** Editors of Windows begin a file in UTF-8 with one. */
  @Test
  void aByteOrderMarkIsNoPartOfTheFirstKey() throws IOException {
    assertThat(ConfigFile.read(write("\uFEFFrank=5\nseed=9")))
        .extracting(v -> v.setting().key(), GivenValue::text)
        .containsExactly(tuple("rank", "5"), tuple("seed", "9"));
    assertThat(ConfigFile.read(write("\uFEFF# rank=5\nseed=9"))).hasSize(1);
    assertThat(ConfigFile.read(write("\uFEFF"))).isEmpty();
    assertRefused("seed=9\n\uFEFFrank=5", "line 2: no setting is called");
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    assertRefused("\nrnak=5", "line 2: no setting is called 'rnak' (did you mean rank?);");
    assertRefused("colour=blue", "line 1: no setting is called 'colour'; 'spark-nmf config'");
  }

  @Test
  void refusesAKeyGivenTwice() throws IOException {
    assertRefused("rank=1\nspark.nmf.rank=2", "rank must be given once in a file, got it in");
    assertRefused("rank=1\nspark.nmf.rank=2", "lines 1 and 2; delete one");
  }

  @Test
  void refusesABrokenEscape() throws IOException {
    assertRefused("input=C:\\users", "line 1 must be key=value, got 'input=C:\\users'");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = directory.resolve("binary");
    Files.write(file, new byte[] {(byte) 0xc3, (byte) 0x28});
    assertThatThrownBy(() -> ConfigFile.read(file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContainingAll(file.toString(), "UTF-8", "MalformedInputException");
    assertThatThrownBy(() -> ConfigFile.read(directory.resolve("absent")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContainingAll("absent", "NoSuchFileException", "give --config FILE");
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> ConfigFile.read(file))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(message);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("nmf.properties"), text, StandardCharsets.UTF_8);
  }
}
