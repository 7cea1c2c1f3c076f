package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sparknmf.testing.SubmitProcess;
import org.yaml.snakeyaml.Yaml;

/** {@code submit-scripts/examples}, as far as they can be tried without a scheduler. */
class SchedulerExamplesIT {
  private static final Path EXAMPLES = Path.of("submit-scripts", "examples");

  private static String text(String name) throws IOException {
    return Files.readString(EXAMPLES.resolve(name));
  }

  /**
   * The command line is one that spark-nmf takes, and its entrance makes a spark-submit line of it.
   */
  private static void assertRuns(String line) {
    List<String> words = new ArrayList<>(Arrays.asList(line.strip().split("\\s+", -1)));
    int spark = words.indexOf("--spark");
    List<String> own = spark < 0 ? words : words.subList(0, spark);
    assertThat(CommandTree.of(Commands.ALL).parseArgs(own.toArray(String[]::new)).hasSubcommand())
        .isTrue();
    List<String> printed = new ArrayList<>(words);
    printed.add(1, "--print-command");
    SubmitProcess.Result result = SubmitProcess.entrance(printed.toArray(String[]::new)).run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stdout()).contains("spark-submit").contains(" " + words.get(0) + " ");
  }

  @Test
  void cron() throws IOException {
    String line =
        text("crontab").lines().filter(l -> l.startsWith("0 3")).findFirst().orElseThrow();
    assertRuns(line.replaceAll(".*/spark-nmf ", "").replaceAll(" 2>>.*", ""));
  }

  @Test
  void airflow() throws IOException {
    Matcher commands =
        Pattern.compile("bash_command=NMF \\+ ((?:\\s*\"[^\"]*\")+)")
            .matcher(text("airflow_dag.py"));
    List<String> found = new ArrayList<>();
    while (commands.find()) {
      found.add(commands.group(1).replaceAll("\"\\s*\"|\"", "").replace("{{ ds }}", "2026-01-01"));
    }
    assertThat(found).hasSize(2);
    found.forEach(SchedulerExamplesIT::assertRuns);
  }

  @Test
  void sparkOperator() throws IOException {
    Map<String, Object> document = new Yaml().load(text("spark-operator.yaml"));
    Map<?, ?> template = (Map<?, ?>) ((Map<?, ?>) document.get("spec")).get("template");
    assertThat(template.get("mainClass")).isEqualTo(Main.class.getName());
    assertRuns(
        String.join(
            " ", ((List<?>) template.get("arguments")).stream().map(String.class::cast).toList()));
  }

  @Test
  void argo() throws IOException {
    Map<String, Object> document = new Yaml().load(text("argo-workflow.yaml"));
    assertThat(document.get("kind")).isEqualTo("CronWorkflow");
    List<String> commands =
        text("argo-workflow.yaml")
            .lines()
            .filter(line -> line.contains("value: "))
            .map(line -> line.replaceAll(".*value: ", ""))
            .toList();
    assertThat(commands).hasSize(2);
    commands.forEach(SchedulerExamplesIT::assertRuns);
  }
}
