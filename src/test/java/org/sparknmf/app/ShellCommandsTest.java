package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.failure.ErrorCode;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.testing.SubmitProcess;

/** Completion and the manual page, in the programs that they are for. */
class ShellCommandsTest {
  private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/local/bin");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark-nmf f | fit",
        "spark-nmf des | describe",
        "spark-nmf fit --sol | --solver",
        "submit-scripts/spark-nmf fit --sol | --solver",
        "spark-nmf fit --solver '' | auto mu hals bpp",
        "spark-nmf fit --solver = '' | auto mu hals bpp",
        "spark-nmf fit --solver = h | hals",
        "spark-nmf fit --loss k | kullback-leibler",
        "spark-nmf fit --rank 5 --output demo --plan s | scatter shuffle",
        "spark-nmf fit --transpose --no-re | --no-revive --no-require-convergence",
        "spark-nmf export --file-format '' | csv mtx npy",
        "spark-nmf fit --input rat | ''",
        "spark-nmf describe --rank | ''",
        "spark-nmf fit --input x --spark --mas | --master"
      })
  void bashCompletes(String words, String replies) throws IOException {
    String driver =
        """
        source ./completion
        COMP_WORDS=(%s)
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _spark_nmf
        echo "${COMPREPLY[*]}"
        """
            .formatted(words);
    assertThat(bash(driver).strip().split(" ", -1))
        .containsExactlyInAnyOrder(replies.replace("''", "").split(" ", -1));
  }

  @Test
  void bashKnowsWhomItIsFor() throws IOException {
    assertThat(bash("source ./completion; complete -p spark-nmf")).contains("-F _spark_nmf");
  }

  @Test
  void theScriptIsClean() throws IOException {
    SubmitProcess.Result checked =
        SubmitProcess.of(program("shellcheck"), "-s", "bash", completion().toString()).run();
    assertThat(checked.exitCode()).as(checked.stdout()).isZero();
  }

  @Test
  void theManualHasEveryCommandOptionAndCode() {
    String page = run("man").out();
    for (Command command : Commands.ALL) {
      assertThat(page).contains("\n.SS " + command.name().replace("-", "\\-"));
    }
    Settings.ALL.forEach(
        setting -> assertThat(page).contains(setting.key().replace("-", "\\-") + "\\fR"));
    for (ErrorCode error : ErrorCode.values()) {
      assertThat(page).contains("\n.B " + error.name() + "\n");
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains("\n.B %d\n".formatted(code.number()));
    }
  }

  @Test
  void groffFindsNoFaultInTheManual() throws IOException {
    Path page = Files.writeString(directory.resolve("spark-nmf.1"), run("man").out());
    SubmitProcess.Result drawn =
        SubmitProcess.of(program("groff"), "-man", "-Tutf8", "-ww", page.toString()).run();
    assertThat(drawn.stderr()).isEmpty();
    assertThat(drawn.exitCode()).isZero();
    assertThat(drawn.stdout()).contains("how many components to find (default: 10)");
  }

  @Test
  void bothSpeakJson() throws IOException {
    JsonNode commands = new ObjectMapper().readTree(run("man", "--json").out());
    assertThat(commands).hasSameSizeAs(Commands.ALL);
    assertThat(commands.get(1).get("command").asText()).isEqualTo("fit");
    assertThat(commands.get(1).get("options").findValuesAsText("option"))
        .contains("--rank", "--json", "--config");
    JsonNode completion = new ObjectMapper().readTree(run("completion", "--json").out());
    assertThat(completion.get("script").asText()).isEqualTo(run("completion").out());
  }

  private RecordedRun run(String... args) {
    RecordedRun run = new RecordedRun(directory).run(Commands.ALL, args);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return run;
  }

  private Path completion() throws IOException {
    return Files.writeString(directory.resolve("completion"), run("completion").out());
  }

  private String bash(String script) throws IOException {
    completion();
    SubmitProcess.Result result =
        SubmitProcess.of(program("bash"), "--norc", "-c", script).in(directory).run();
    assertThat(result.stderr()).isEmpty();
    return result.stdout();
  }

  private static Path program(String name) {
    return FOLDERS.stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(
            () -> {
              assumeTrue(false, name + " is not here");
              return Path.of(name);
            });
  }
}
