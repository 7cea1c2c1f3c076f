package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.fit.setting.Setting;

/** Holds the files that people read about settings equal to the catalogue. */
class SettingsDocumentsTest {
  private static final String FILE_HEAD =
      """
      # The settings of spark-nmf, each with its built-in default commented out.
      # To change a default for every run, delete the # before it and write another value.
      #
      # A later layer prevails over an earlier one: built-in default, this file, files given by
      # --config, environment (SPARK_NMF_MAX_ITERATIONS), Spark properties (spark.nmf.max-iterations),
      # command line (--max-iterations). 'spark-nmf config --show-origin' tells what holds, and why.
      """;

  private static final String TABLE_HEAD =
      """
      # Settings

      Each setting has one name in every layer; a later layer prevails over an earlier one:

      1. the built-in default
      2. `conf/nmf-defaults.properties`: `max-iterations=200`
      3. files given by `--config FILE`, in their order: `max-iterations=200`
      4. the environment: `SPARK_NMF_MAX_ITERATIONS=200`
      5. Spark properties: `--conf spark.nmf.max-iterations=200`, or `spark.nmf.maxIterations`
      6. the command line: `--max-iterations 200`; flags have no value there: `--transpose`, and
         `--no-transpose` against a lower layer

      A key that does not exist is an error in every layer but the environment, where it is warned of: a variable is inherited from
      whatever started the program. Variables without `SPARK_` belong to other programs. One setting twice in a file or in Spark's
      properties, in whatever spellings, is an error. `spark-nmf config --show-origin` prints what holds, and where it comes from.

      | option | value | default | since | meaning |
      |---|---|---|---|---|
      """;

  private static final String SELECT_HEAD =
      """

      ## Settings of select-rank alone

      [Choosing the rank](choosing-the-rank.md) says what they are for.

      | option | value | default | since | meaning |
      |---|---|---|---|---|
      """;

  @Test
  void theFileOfDefaultsHasEveryKey() throws IOException {
    assertSame("conf/nmf-defaults.properties", properties());
  }

  @Test
  void theTableHasEveryOption() throws IOException {
    assertSame("src/site/markdown/settings.md", table());
  }

  @Test
  void theFileOfDefaultsChangesNothing() {
    assertThat(ConfigFile.read(Path.of("conf/nmf-defaults.properties"))).isEmpty();
  }

  private static String properties() {
    StringBuilder text = new StringBuilder(FILE_HEAD);
    for (Setting<?> setting : Settings.ALL) {
      text.append("\n# %s\n".formatted(setting.description()))
          .append("# %s\n".formatted(setting.rule().phrase()))
          .append("#%s=%s\n".formatted(setting.key(), setting.defaultText().orElse("")));
    }
    return text.toString();
  }

  private static String table() {
    return TABLE_HEAD + rows(Settings.ALL) + SELECT_HEAD + rows(SelectSettings.ALL);
  }

  private static String rows(List<Setting<?>> settings) {
    StringBuilder text = new StringBuilder();
    for (Setting<?> setting : settings) {
      text.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  setting.option(),
                  setting.isFlag() ? "" : setting.rule().phrase(),
                  setting.defaultText().orElse(""),
                  setting.since(),
                  setting.description()));
    }
    return text.toString();
  }

  /** The expected text is left under target/, to be copied when the catalogue has changed. */
  private static void assertSame(String file, String expected) throws IOException {
    Path copy = Path.of("target", "expected", file);
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, expected);
    assertThat(Path.of(file)).as("copy it from %s", copy).hasContent(expected);
  }
}
