package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.Mutations;
import org.sparknmf.testing.TestSpark;

/**
 * Models of which some file is damaged: {@code transform} refuses them in one line, or the damage
 * does no harm: what Parquet holds is never another number. Hadoop's checksums are taken away, or
 * they would find all of it.
 */
@Tag("onRequest")
class ModelFaultsIT {
  @TempDir private Path directory;

  @Test
  void damagedModelsAreRefusedOrHarmless() throws IOException {
    TestSpark.session();
    Path input =
        Files.writeString(directory.resolve("x.csv"), "u,i,v\na,x,1\na,y,2\nb,x,3\nb,y,4\n");
    Path output = directory.resolve("model");
    FitRun.published(input, output, "--rank 2 --max-iterations 2");
    List<Path> files = files(output);
    assertThat(transform(output, input).code()).isEqualTo(ExitCode.DONE);
    String right = weights();
    Random random = new Random(7);
    Map<ExitCode, Integer> codes = new EnumMap<>(ExitCode.class);
    int tries = Math.max(50, Tries.of(2_000));
    for (int t = 0; t < tries; t++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, Mutations.of(whole, random));
      RecordedRun run = transform(output, input);
      Files.write(file, whole);
      codes.merge(run.code(), 1, Integer::sum);
      if (run.code() == ExitCode.DONE && file.toString().endsWith(".parquet")) {
        assertThat(weights()).as("damage %d to %s", t, output.relativize(file)).isEqualTo(right);
      }
      assertThat(run.code())
          .as("damage %d to %s: %s", t, output.relativize(file), run.err())
          .isIn(ExitCode.DONE, ExitCode.INVALID_MATRIX, ExitCode.USAGE, ExitCode.INPUT);
    }
    System.err.println("faults: damaged models, codes " + codes);
    assertThat(codes).containsKeys(ExitCode.DONE, ExitCode.INPUT);
  }

  private String weights() {
    return PublishedResult.sha256(new PublishedResult(directory.resolve("weights")).table("W"));
  }

  private RecordedRun transform(Path model, Path input) {
    String line =
        "transform --model %s --input %s --output %s --if-exists overwrite"
            .formatted(model, input, directory.resolve("weights"));
    return new RecordedRun(directory).run(Commands.ALL, line.split(" ", -1));
  }

  /** What a model consists of, without the checksums of all of it. */
  private static List<Path> files(Path output) throws IOException {
    try (Stream<Path> all = Files.walk(output)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        if (file.toString().endsWith(".crc")) {
          Files.delete(file);
        }
      }
      return files.stream()
          .filter(file -> !file.toString().endsWith(".crc"))
          .filter(file -> !file.toString().contains("components"))
          .sorted()
          .toList();
    }
  }
}
