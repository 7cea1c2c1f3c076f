package org.sparknmf.linalg.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.SubmitProcess;

/**
 * The kernels under {@code src/generated} are what their generator makes. Where {@code CI_RUN} is
 * set there must be a Python; elsewhere the test is skipped without one.
 */
class GeneratedKernelsTest {
  private static final String FOLDER = "java/org/sparknmf/linalg/kernel";

  @TempDir private Path made;

  @Test
  void theCheckedInFilesAreThoseOfTheGenerator() throws IOException {
    Path python =
        Stream.of(System.getenv("PATH").split(":", -1))
            .map(folder -> Path.of(folder, "python3"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(python != null || System.getenv("CI_RUN") != null, "no python3 on the path");
    assertThat(python).as("apt-get install python3").isNotNull();

    Path generator = Path.of("src/main", FOLDER, "gen_kernels.py");
    SubmitProcess.Result result =
        SubmitProcess.of(python, generator.toString(), made.toString()).run();

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(texts(Path.of("src/generated", FOLDER))).isNotEmpty().isEqualTo(texts(made));
  }

  private static SortedMap<String, String> texts(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
