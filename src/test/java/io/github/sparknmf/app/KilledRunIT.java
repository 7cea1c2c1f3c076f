package io.github.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparknmf.testing.FileTree;
import io.github.sparknmf.testing.SampleMatrix;
import io.github.sparknmf.testing.SubmitProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the driver in mid-run, and the run after it. */
class KilledRunIT {
  @TempDir private Path directory;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void theEarlierResultStaysAndTheNextRunCleansUp() throws Exception {
    Path input = SampleMatrix.copy("bible-kjv", directory.resolve("in"));
    Path output = Files.createDirectory(directory.resolve("out")).resolve("model");
    PublishedResult result = FitRun.published(input, output, "--rank 3 --max-iterations 2");
    FileTree published = FileTree.of(output);

    killInMidRun(input, output);

    assertThat(FileTree.of(output)).isEqualTo(published);
    assertThat(PublishedResult.sha256(result.table("W"))).isEqualTo(result.sha256().get(0));
    assertThat(output.getParent().toFile().list())
        .containsExactlyInAnyOrder("model", "model.status.json", ".model.spark-nmf");
    assertThat(result.status().get("state").asText()).isEqualTo("RUNNING");

    FitRun.published(input, output, "--rank 4 --max-iterations 2 --if-exists overwrite");

    assertThat(result.manifest().at("/factors/W/rank").asInt()).isEqualTo(4);
    assertThat(PublishedResult.sha256(result.table("H"))).isEqualTo(result.sha256().get(1));
    assertThat(output.getParent().toFile().list())
        .containsExactlyInAnyOrder("model", "model.status.json");
    assertThat(result.status().get("state").asText()).isEqualTo("DONE");
  }

  /** The killed driver cannot remove its temporary files, so they go where the test's go. */
  private void killInMidRun(Path input, Path output) throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    SubmitProcess fit =
        SubmitProcess.entrance(
            List.of(
                    "fit --plan broadcast --tolerance 0 --max-iterations 100000 --if-exists overwrite --input",
                    input.toString(),
                    "--output",
                    output.toString(),
                    "--spark --master local[1] --driver-memory 1g --driver-java-options",
                    "-Djava.io.tmpdir=" + temporary,
                    "--conf spark.local.dir=" + temporary)
                .stream()
                .flatMap(words -> List.of(words.split(" ", -1)).stream())
                .toArray(String[]::new));
    try (SubmitProcess.Running running = fit.start()) {
      while (!running.stderr().contains("iteration 12 of at most 100000")) {
        assertThat(running.process().isAlive()).as(running.stderr()).isTrue();
        Thread.sleep(100);
      }
      running.process().destroyForcibly().waitFor();
      assertThat(running.process().exitValue()).isEqualTo(128 + 9);
    }
  }
}
