package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.app.failure.ExitCode;
import picocli.CommandLine;

/** Results for programs: one JSON document on standard output, and nothing else. */
class JsonResultsTest {
  @TempDir Path directory;

  @Test
  void everyCommandTakesTheOption() {
    assertThat(CommandTree.of(Commands.ALL).getSubcommands())
        .hasSameSizeAs(Commands.ALL)
        .allSatisfy((name, command) -> assertThat(takesJson(command)).as(name).isTrue());
  }

  private static boolean takesJson(CommandLine command) {
    return command.getCommandSpec().optionsMap().containsKey(CommandTree.JSON);
  }

  /** Those that need no Spark; the others have their own tests. */
  @ParameterizedTest
  @ValueSource(strings = {"config", "completion", "man"})
  void isOneDocumentAlone(String command) throws IOException {
    RecordedRun run = new RecordedRun(directory).run(Commands.ALL, command, "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
    JsonNode document =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .readTree(run.out());
    assertThat(document.isContainerNode()).isTrue();
  }
}
