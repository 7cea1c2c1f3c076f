package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.StandaloneCluster;
import org.sparknmf.testing.SubmitProcess;
import org.sparknmf.testing.TestClassJar;

/** Submits {@link SessionOfCommands} to a cluster. */
final class ClusterSession {
  private static final String JAR = System.getProperty("nmf.jar");

  private final StandaloneCluster cluster;
  private final Path directory;
  private final int executors;
  private final List<String> options = new ArrayList<>();

  /**
   * An application of so many executors of one core each.
   *
   * @param directory for the jar of the application
   */
  ClusterSession(StandaloneCluster cluster, Path directory, int executors) {
    this.cluster = cluster;
    this.directory = directory;
    this.executors = executors;
  }

  /** Words for spark-submit. */
  ClusterSession with(String... words) {
    options.addAll(Arrays.asList(words));
    return this;
  }

  /** Runs command lines one after the other; the JSON objects that they print. */
  List<JsonNode> run(List<String> lines) {
    List<String> words = new ArrayList<>(List.of("--class", SessionOfCommands.class.getName()));
    words.addAll(List.of("--master", cluster.masterUrl(), "--driver-memory", "512m"));
    words.addAll(List.of("--executor-memory", "512m", "--executor-cores", "1"));
    words.addAll(List.of("--total-executor-cores", String.valueOf(executors)));
    words.addAll(List.of("--conf", "spark.ui.enabled=false"));
    words.addAll(List.of("--conf", "spark.scheduler.minRegisteredResourcesRatio=1.0"));
    // A busy machine may be slow to give a sign of life; a process that is killed is noticed at
    // once.
    words.addAll(List.of("--conf", "spark.network.timeout=" + Patience.MINUTES + "min"));
    // Else executors of one machine read each other's disks, and nothing goes over the network.
    words.addAll(List.of("--conf", "spark.shuffle.readHostLocalDisk=false"));
    words.addAll(List.of("--jars", TestClassJar.of(SessionOfCommands.class, directory).toString()));
    words.addAll(options);
    words.add(JAR);
    words.addAll(lines);
    SubmitProcess.Result result = SubmitProcess.sparkSubmit(words.toArray(String[]::new)).run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return objects(result.stdout());
  }

  private static List<JsonNode> objects(String text) {
    ObjectMapper mapper = new ObjectMapper();
    try (MappingIterator<JsonNode> all = mapper.readerFor(JsonNode.class).readValues(text)) {
      return all.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
