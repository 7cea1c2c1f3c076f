package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.testing.TestSpark;

/** Runs of {@code fit} through the command line, on the session that the tests share. */
final class FitRun {
  private FitRun() {}

  /** Runs to whatever end. */
  static RecordedRun run(Path workingDirectory, String... options) {
    TestSpark.session();
    List<String> words = new ArrayList<>(List.of("fit"));
    words.addAll(Arrays.asList(options));
    return new RecordedRun(workingDirectory).run(Commands.ALL, words.toArray(String[]::new));
  }

  /** Runs to a good end; options are separated by blanks. */
  static PublishedResult published(Path input, Path output, String options) {
    List<String> words =
        new ArrayList<>(List.of("--input", input.toString(), "--output", output.toString()));
    words.addAll(Arrays.asList(options.split(" ", -1)));
    RecordedRun run = run(output.getParent(), words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
    return new PublishedResult(output);
  }
}
