package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.FileTree;
import org.sparknmf.testing.SampleMatrix;

/** A result that fails a quality gate is kept, but not as the current one. */
class GatesIT {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "--require-convergence, --require-convergence but not converged",
    "--max-relative-error=0.05, the relative error 0.",
    "--max-empty-rows=0, 1 rows are without a cell",
  })
  void theCurrentResultStays(String gate, String reason) throws IOException {
    Path input = directory.resolve("x.csv");
    Files.writeString(input, "row,column,value\na,p,1\na,q,2\nb,p,3\nb,q,1\nc,p,0\nc,q,0\nd,q,2\n");
    Path output = directory.resolve("model");
    FitRun.published(input, output, "--rank 1 --max-iterations 3");
    FileTree before = FileTree.of(output);

    RecordedRun run =
        FitRun.run(
            directory,
            ("--input "
                    + input
                    + " --output "
                    + output
                    + " --if-exists overwrite --rank 2 --max-iterations 2 --tolerance 1e-9 "
                    + gate)
                .split(" ", -1));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.GATE);
    assertThat(run.out()).isEmpty();
    assertThat(run.lastLine())
        .startsWith("spark-nmf: error [GATE] quality gate failed: ")
        .contains("model.gated");
    assertThat(run.lastLine().replace(",", "")).contains(reason);
    assertThat(FileTree.of(output)).isEqualTo(before);
    PublishedResult current = new PublishedResult(output);
    assertThat(current.status().get("exitCode").asInt()).isEqualTo(3);
    assertThat(current.status().get("errorCode").asText()).isEqualTo("GATE");
    PublishedResult gated = new PublishedResult(directory.resolve("model.gated"));
    assertThat(gated.manifest().get("status").asText()).isEqualTo("gated");
    assertThat(gated.manifest().get("exitCode").asInt()).isEqualTo(3);
    assertThat(gated.manifest().at("/warnings/0").asText().replace(",", "")).contains(reason);
    assertThat(gated.table("W")).isNotEmpty();
  }

  @Test
  void aResultThatPassesIsTheCurrentOne() {
    Path input = SampleMatrix.copy("digits", directory.resolve("digits"));
    PublishedResult result =
        FitRun.published(
            input,
            directory.resolve("good"),
            "--rank 2 --max-relative-error 0.9 --max-empty-rows 0 --require-convergence --run-id night-1 --label team=search,stage=3");
    assertThat(result.manifest().get("status").asText()).isEqualTo("done");
    assertThat(result.manifest().get("runId").asText()).isEqualTo("night-1");
    assertThat(result.manifest().at("/settings/label/team").asText()).isEqualTo("search");
    assertThat(directory.resolve("good.gated")).doesNotExist();
  }
}
