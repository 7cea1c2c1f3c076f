package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.FileTree;

/** A second run to the same output. */
class IfExistsIT {
  @TempDir private static Path directory;
  private static Path input;
  private static Path output;

  private final FileTree before = FileTree.of(output);

  @BeforeAll
  static void aPublishedResult() throws IOException {
    input = Files.writeString(directory.resolve("x.csv"), "a,b,1\na,c,2\nd,b,3\nd,c,1\n");
    output = directory.resolve("model");
    FitRun.published(input, output, "--rank 2 --max-iterations 3");
  }

  @Test
  void errorRefusesAndTouchesNothing() {
    RecordedRun run = again("error");
    assertThat(run.code()).isEqualTo(ExitCode.OUTPUT);
    assertThat(run.lastLine())
        .startsWith("spark-nmf: error [OUTPUT] output 'file:" + output + "' exists")
        .contains("--if-exists overwrite", "--if-exists skip");
    assertUntouched();
    assertThat(status("state")).isEqualTo("FAILED");
    assertThat(status("errorCode")).isEqualTo("OUTPUT");
  }

  @Test
  void skipKeepsItAndEndsWell() {
    RecordedRun run = again("skip");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.lastLine()).contains("'" + output + "' is complete already");
    assertThat(run.out()).isEmpty();
    assertUntouched();
    assertThat(status("state")).isEqualTo("SKIPPED");
  }

  @Test
  void skipSaysSoToPrograms() {
    RecordedRun run = again("skip", "--json");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().replaceAll("\\s", "")).isEqualTo("{\"status\":\"skipped\"}");
  }

  @Test
  void overwriteReplacesItWhole() {
    RecordedRun run = again("overwrite");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    PublishedResult second = new PublishedResult(output);
    assertThat(FileTree.of(output)).isNotEqualTo(before);
    assertThat(second.manifest().at("/factors/W/rank").asInt()).isEqualTo(1);
    assertThat(second.status().get("runId")).isEqualTo(second.manifest().get("runId"));
    assertNoLeftovers();
  }

  @Test
  void aResultNeverReplacesItsOwnInput() {
    RecordedRun run =
        FitRun.run(
            directory,
            "--input",
            output.resolve("H").toString(),
            "--output",
            output.toString(),
            "--if-exists",
            "overwrite");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine()).contains("lies in output '" + output + "'", "another --output");
    assertUntouched();
  }

  private static String status(String field) {
    return new PublishedResult(output).status().get(field).asText();
  }

  private static RecordedRun again(String... ifExists) {
    List<String> options =
        new ArrayList<>(List.of("--input", input.toString(), "--output", output.toString()));
    options.addAll(List.of("--rank", "1", "--if-exists"));
    options.addAll(List.of(ifExists));
    return FitRun.run(directory, options.toArray(String[]::new));
  }

  private void assertUntouched() {
    assertThat(FileTree.of(output)).isEqualTo(before);
    assertNoLeftovers();
  }

  private static void assertNoLeftovers() {
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("x.csv", "model", "model.status.json");
  }
}
