package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.plan.PlanCommand;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

class PlanCommandIT {
  @TempDir Path directory;

  @BeforeEach
  void session() {
    TestSpark.session();
  }

  private RecordedRun plan(String... args) {
    String[] words = Stream.concat(Stream.of("plan"), Stream.of(args)).toArray(String[]::new);
    return new RecordedRun(directory).run(List.of(new PlanCommand()), words);
  }

  private String input(String text) throws IOException {
    return Files.writeString(directory.resolve("x.mtx"), text).toString();
  }

  /**
   * With the options of a fit, output and all: the plan is that of the fit, and nothing is there.
   */
  @Test
  void tellsThePlanOfTheFitAndWritesNothing() throws IOException {
    Path digits = SampleMatrix.copy("digits", directory.resolve("digits"));
    Path output = directory.resolve("model");
    String[] options = {"--input", digits.toString(), "--output", output.toString(), "--rank", "7"};
    RecordedRun plan = plan(options);
    assertThat(plan.code()).as(plan.err()).isEqualTo(ExitCode.DONE);
    assertThat(output).doesNotExist();
    String chosen = plan.out().lines().filter(l -> l.startsWith("plan ")).toList().get(1);
    RecordedRun fit = FitRun.run(directory, options);
    assertThat(fit.err().lines()).contains(chosen);
  }

  /** Ids stand in the data, which is read for them. */
  @Test
  void countsWhatNoHeaderTells() throws IOException {
    Path triples = directory.resolve("t.csv");
    Files.writeString(triples, "row,column,value\nann,11,3\nbob,12,4.5\nann,13,1\n");
    JsonNode json =
        new ObjectMapper().readTree(plan("--input", triples.toString(), "--json").out());
    assertThat(json.get("rows").asLong()).isEqualTo(2);
    assertThat(json.get("columns").asLong()).isEqualTo(3);
    assertThat(json.get("cells").asLong()).isEqualTo(3);
    assertThat(json.get("chosen").asText()).isEqualTo("driver");
    assertThat(json.get("plans")).hasSize(4);
  }

  /** A loss on every cell needs all of H everywhere, here 16 GB; its header is enough to know. */
  @Test
  void whatDoesNotFitEndsAsTheFitWould() throws IOException {
    String input =
        input("%%MatrixMarket matrix coordinate real general\n90000000 90000000 2\n1 1 1\n2 2 1\n");
    RecordedRun run = plan("--input", input, "--loss", "0.5", "--rank", "20");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.MEMORY_PLAN);
    assertThat(run.out()).contains("no plan fits").contains("raise --driver-memory to ");
    assertThat(run.lastLine())
        .startsWith("spark-nmf: error [MEMORY_PLAN] plan shuffle needs a loss");
    RecordedRun asked = plan("--input", input, "--plan", "scatter", "--json");
    assertThat(asked.code()).isEqualTo(ExitCode.MEMORY_PLAN);
    assertThat(new ObjectMapper().readTree(asked.out()).get("chosen").isNull()).isTrue();
  }

  @Test
  void needsAnInput() {
    assertThat(plan("--rank", "3").code()).isEqualTo(ExitCode.USAGE);
  }
}
