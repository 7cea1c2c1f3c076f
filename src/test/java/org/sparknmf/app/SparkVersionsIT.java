package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.testing.JarLinks;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.SparkHome;
import org.sparknmf.testing.StandaloneCluster;
import org.sparknmf.testing.SubmitProcess;
import org.sparknmf.testing.TestClassJar;

/**
 * The one jar on other Sparks: all that it uses is there, {@code fit} gives the same bits, locally
 * and on a cluster, and what one Spark saves another one loads and goes on with to the bit. The
 * property {@code sparks} says on which: versions, and folders of installations.
 */
@Timeout(value = Patience.MINUTES, unit = TimeUnit.MINUTES)
class SparkVersionsIT {
  private static final String JAR = System.getProperty("nmf.jar");
  private static final List<String> ALL =
      List.of("3.5.6_2.12", "3.5.6_2.13", "4.0.1_2.13", "4.2.0_2.13", "4.1.0_2.13");

  /** These JVMs end before the second compiler would have paid. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  @TempDir private static Path directory;

  static List<String> sparks() {
    String wanted = System.getProperty("sparks", "all");
    return wanted.equals("all") ? ALL : List.of(wanted.split(",", -1));
  }

  @ParameterizedTest
  @MethodSource("sparks")
  void allThatTheJarUsesIsThere(String spark) {
    assertThat(new JarLinks(Path.of(JAR), SparkHome.of(spark).jars()).broken()).isEmpty();
  }

  /** On a cluster each loads what those before it have saved, locally what those after it have. */
  @Test
  void eachGivesTheSameBitsAndLoadsWhatTheOthersSave() {
    Path input = SampleMatrix.copy("digits", directory.resolve("digits"));
    Map<String, String> saved = new LinkedHashMap<>();
    for (String spark : sparks()) {
      try (StandaloneCluster cluster =
          StandaloneCluster.start(
              SparkHome.of(spark), 1, directory.resolve(nameOf(spark) + "-cluster"))) {
        List<String> words = words(input, nameOf(spark) + "-standalone", cluster.masterUrl());
        words.add("save:" + nameOf(spark));
        List<String> digests = run(spark, words, saved.keySet());
        assertThat(digests)
            .hasSize(saved.size() + 1)
            .endsWith(saved.values().toArray(String[]::new));
        saved.put(nameOf(spark), digests.get(0));
      }
    }
    assertThat(saved.values().stream().map(SparkVersionsIT::withoutPipeline).distinct()).hasSize(1);

    // The last is the Spark of the build, which other tests run locally and on a cluster alike.
    List<String> others = sparks().subList(0, sparks().size() - 1);
    for (String spark : others) {
      saved.remove(nameOf(spark));
      List<String> words = words(input, nameOf(spark) + "-local", "local[2]");
      assertThat(run(spark, words, saved.keySet())).containsExactlyElementsOf(saved.values());
    }
    Stream<String> outputs =
        Stream.concat(
            sparks().stream().map(spark -> nameOf(spark) + "-standalone"),
            others.stream().map(spark -> nameOf(spark) + "-local"));
    assertThat(outputs.map(output -> new PublishedResult(directory.resolve(output)).sha256()))
        .hasSize(sparks().size() + others.size())
        .allMatch(
            new PublishedResult(directory.resolve(nameOf(sparks().get(0)) + "-standalone")).sha256()
                ::equals);
  }

  /** As a part of a path. */
  private static String nameOf(String spark) {
    return spark.replace('/', '_');
  }

  /** Terms that are equally frequent have any order in the pipelines' own stages. */
  private static String withoutPipeline(String digests) {
    return digests.substring(0, digests.lastIndexOf(' '));
  }

  private static List<String> words(Path input, String output, String master) {
    List<String> words = new ArrayList<>(List.of("--master", master, "--jars", JAR));
    words.addAll(List.of("--driver-memory", "512m", "--driver-java-options", SHORT_LIVED));
    words.addAll(List.of("--executor-memory", "512m", "--executor-cores", "1"));
    words.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + SHORT_LIVED));
    words.addAll(List.of("--conf", "spark.ui.enabled=false"));
    words.addAll(List.of("--conf", "spark.sql.shuffle.partitions=2"));
    // On so little data compiling a query takes longer than running it as it is.
    words.addAll(List.of("--conf", "spark.sql.codegen.wholeStage=false"));
    words.addAll(List.of("--conf", "spark.sql.codegen.factoryMode=NO_CODEGEN"));
    words.addAll(List.of("--class", SparkVersionsJob.class.getName()));
    words.add(TestClassJar.of(SparkVersionsJob.class, directory).toString());
    words.add(
        "fit --plan broadcast --tolerance 0 --max-iterations 5 --input %s --output %s"
            .formatted(input, directory.resolve(output)));
    words.add(directory.toString());
    return words;
  }

  /** The digests that the job tells: of what it saves, and of what these have saved. */
  private static List<String> run(String spark, List<String> words, Set<String> load) {
    load.forEach(other -> words.add("load:" + other));
    SubmitProcess.Result result =
        SubmitProcess.sparkSubmit(SparkHome.of(spark), words.toArray(String[]::new)).run();
    assertThat(result.exitCode()).as(spark + ": " + result.stderr()).isZero();
    return result
        .stdout()
        .lines()
        .filter(line -> line.startsWith(SparkVersionsJob.DIGESTS))
        .toList();
  }
}
