package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.SubmitProcess;
import org.sparknmf.text.Json;

/** What {@code --timings} prints and the manifest keeps, through the entrance script. */
class TimingsIT {
  private static final Pattern LINE = Pattern.compile("  ([a-z]+) +(\\d+\\.\\d\\d)");
  private static final double NANOS_PER_SECOND = 1e9;

  @TempDir private Path directory;

  private static Map<String, Double> printed(String stderr) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (String line : stderr.substring(stderr.indexOf("seconds:")).lines().skip(1).toList()) {
      Matcher matcher = LINE.matcher(line);
      assertThat(matcher.matches()).as(line).isTrue();
      seconds.put(matcher.group(1), Double.valueOf(matcher.group(2)));
    }
    return seconds;
  }

  /** They add up to no more than the process took; how much less is for a bench to say. */
  @Test
  void phasesAddUpAndStandInTheManifest() throws IOException {
    Path input = Files.writeString(directory.resolve("x.csv"), "user,item,rating\na,x,1\nb,y,2\n");
    Path output = directory.resolve("out");
    long began = System.nanoTime();
    SubmitProcess.Result result =
        SubmitProcess.entrance(
                "fit", "--input", input + "", "--rank", "1", "--output", output + "", "--timings")
            .run();
    double wall = (System.nanoTime() - began) / NANOS_PER_SECOND;

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    Map<String, Double> seconds = printed(result.stderr());
    double total = seconds.remove("total");
    assertThat(seconds)
        .containsOnlyKeys(
            "jvm",
            "command",
            "spark",
            "read",
            "recognition",
            "fit",
            "start",
            "checkpoint",
            "write",
            "report",
            "exit");
    assertThat(seconds.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(total, within(0.01 * seconds.size()));
    assertThat(total).isLessThanOrEqualTo(wall);
    assertThat(seconds.get("jvm")).isPositive();
    seconds.remove("exit");
    JsonNode stored = Json.parse(Files.readString(output.resolve("manifest.json"))).path("timings");
    assertThat(stored.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(seconds.keySet());
    // The last phase before the exit goes on while the manifest is written.
    seconds.forEach(
        (phase, some) ->
            assertThat(stored.path(phase).asDouble()).isLessThanOrEqualTo(some + 0.01));
  }
}
