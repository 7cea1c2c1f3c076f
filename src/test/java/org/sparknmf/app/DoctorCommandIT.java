package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.doctor.DoctorCommand;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

class DoctorCommandIT {
  @TempDir Path directory;
  private SparkSession shared;

  @BeforeEach
  void session() {
    shared = TestSpark.session();
  }

  @Test
  void listsEveryCheck() throws IOException {
    RecordedRun run = run("doctor", "--output", directory.resolve("not/yet/there").toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    assertThat(run.out().lines().map(line -> line.split(" {2,}", -1)[1]))
        .containsExactly(
            "Java",
            "Spark",
            "Scala",
            "Hadoop",
            "packages of Java",
            "vector module",
            "BLAS",
            "cores of the driver",
            "heap of the driver",
            "Spark session",
            "serializer",
            "default file system",
            "temporary directory",
            "output directory");
    assertThat(run.out()).containsPattern("OK +serializer +Kryo");
    assertThat(run.out()).contains("write, rename, delete in file:" + directory);
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
    assertThat(shared.sparkContext().isStopped()).isFalse();
  }

  @Test
  void anOutputThatCannotBeIsAFailure() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "in the way");
    RecordedRun run = run("doctor", "--output", file.resolve("output").toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).containsPattern("FAIL +output directory");
    assertThat(run.lastLine())
        .startsWith(
            "spark-nmf: error [CHECK_FAILED] 1 of 14 checks failed, the first is output directory")
        .contains("name a directory that this user may write to");
    assertThat(file).hasContent("in the way");
  }

  @Test
  void printsJson() throws IOException {
    JsonNode checks = new ObjectMapper().readTree(run("doctor", "--json").out());
    assertThat(checks.size()).isEqualTo(13);
    assertThat(checks.get(0).get("check").asText()).isEqualTo("Java");
    assertThat(checks.get(0).get("level").asText()).isEqualTo("OK");
    assertThat(checks.get(0).has("remedy")).isTrue();
  }

  private RecordedRun run(String... args) {
    return new RecordedRun(directory).run(List.of(new DoctorCommand()), args);
  }
}
