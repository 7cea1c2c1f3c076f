package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.bench.BenchCommand;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

class BenchIT {
  private static final String COUNTS =
      "--rows 5003 --columns 2003 --nonzeros 30018 --rank 7 --max-iterations 3 --warm-up 2";

  @TempDir Path directory;

  @BeforeEach
  void session() {
    TestSpark.session();
  }

  @Test
  void broadcastMovesWhatTheEngineSays() throws IOException {
    JsonNode report = bench(COUNTS + " --plan broadcast --partitions 2");
    assertThat(report.get("plan").asText()).isEqualTo("broadcast");
    assertThat(report.get("iterations").asInt()).isEqualTo(3);
    assertThat(report.get("warmUpIterations").asInt()).isEqualTo(2);
    long h = 8L * 2003 * 7;
    assertThat(report.get("bytesBroadcastOncePerIteration").asLong()).isBetween(h, h + 40_000);
    assertThat(report.get("bytesCollectedPerIteration").asLong()).isBetween(2 * h, 2 * h + 20_000);
    assertThat(report.get("bytesBroadcastToExecutorsPerIteration").asLong()).isZero();
    assertThat(report.get("bytesShuffledPerIteration").asLong()).isZero();
    assertThat(report.get("bytesCountedPerIteration").asLong()).isBetween(3 * h, 3 * h + 2_000);
    assertThat(report.get("bytesCollectedPredicted").asLong()).isBetween(2 * h, 2 * h + 2_000);
    assertThat(report.get("peakHeapBytes").asLong())
        .isGreaterThanOrEqualTo(report.get("peakHeapAfterCollectionBytes").asLong())
        .isPositive();
  }

  @Test
  void theDriverMovesNothing() throws IOException {
    JsonNode report = bench(COUNTS + " --plan driver");
    assertThat(report.get("nonZeros").asLong()).isEqualTo(30018);
    assertThat(report.get("bytesCollectedPerIteration").asLong()).isZero();
    assertThat(report.get("bytesBroadcastOncePerIteration").asLong()).isZero();
    assertThat(report.get("secondsPerIteration").asDouble()).isPositive();
    assertThat(report.get("ratioToKernels").asDouble()).isPositive();
    assertThat(report.get("emptyJobSeconds").asDouble()).isPositive();
  }

  /** Of planted rank 20: few iterations at that rank come close. */
  @Test
  void denseShape() throws IOException {
    JsonNode report =
        bench("--shape D1 --rows 300 --columns 41 --rank 20 --max-iterations 50 --plan driver");
    assertThat(report.get("nonZeros").asLong()).isEqualTo(300 * 41);
    assertThat(report.get("warmUpIterations").asInt()).isEqualTo(5);
    assertThat(report.get("relativeError").asDouble()).isLessThan(0.12);
  }

  @Test
  void theWideColumnsOfAFewRows() throws IOException {
    JsonNode report =
        bench(
            "--rows 100 --columns 2000000 --nonzeros 1000 --rank 1 --max-iterations 1 --warm-up 0"
                + " --plan driver");
    assertThat(report.get("orientation").asText()).isEqualTo("columns");
    assertThat(report.get("columns").asInt()).isEqualTo(2_000_000);
    assertThat(report.get("nonZeros").asInt()).isEqualTo(1000);
  }

  /** The history of a solver that tells its gradient: one line for each iteration, warm-up too. */
  @Test
  void everyIterationWithItsObjective() throws IOException {
    JsonNode report = bench(COUNTS + " --plan driver --solver hals");
    JsonNode history = report.get("history");
    assertThat(history).hasSize(1 + 2 + 3);
    for (int i = 1; i < history.size(); i++) {
      JsonNode line = history.get(i);
      assertThat(line.get("iteration").asInt()).isEqualTo(i);
      assertThat(line.get("seconds").asDouble()).isPositive();
      assertThat(line.get("violation").asDouble()).isPositive();
      assertThat(line.get("objective").asDouble())
          .isPositive()
          .isLessThan(history.get(i - 1).get("objective").asDouble());
    }
    assertThat(report.get("kktResidual").asDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void theTextIsFiguresOnly() {
    RecordedRun run = run(COUNTS + " --plan driver");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).contains("relativeError").doesNotContain("history", "violation");
  }

  @Test
  void refusals() {
    refused("--shape S3", "shape must be one of S1, S2, D1, got 'S3'");
    refused("--warm-up -1", "warm-up must be a whole number of at least 0, got '-1'");
    refused("--shape S1 --input x.mtx", "leave one of them out");
  }

  private void refused(String words, String message) {
    RecordedRun run = run(words);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.lastLine()).contains(message);
  }

  private JsonNode bench(String words) throws IOException {
    RecordedRun run = run("--json " + words);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new ObjectMapper().readTree(run.out());
  }

  private RecordedRun run(String words) {
    List<String> all = new ArrayList<>(List.of("bench"));
    all.addAll(Arrays.asList(words.split(" ", -1)));
    return new RecordedRun(directory).run(List.of(new BenchCommand()), all.toArray(String[]::new));
  }
}
