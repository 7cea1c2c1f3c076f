package org.sparknmf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real standalone Spark cluster on loopback: a Master and its Workers, each a process started
 * from a Spark home. Ports are chosen by the system and read from the Master's log.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER_URL = Pattern.compile("master at (spark://\\S+)");
  private static final Pattern PAGE_URL = Pattern.compile("MasterWebUI.* at (http://\\S+)");

  private final SparkHome home;
  private final Path directory;
  private final List<String> properties;
  private final List<Process> daemons = new ArrayList<>();
  private String masterUrl;
  private URI page;

  private StandaloneCluster(SparkHome home, Path directory, List<String> properties) {
    this.home = home;
    this.directory = directory;
    this.properties = properties;
  }

  /** Starts a cluster from the Spark home of the build. */
  public static StandaloneCluster start(int workers, Path directory) {
    return start(SparkHome.ofTheBuild(), workers, directory);
  }

  /** Starts one whose daemons have the Spark properties of a file. */
  public static StandaloneCluster start(int workers, Path directory, Path propertiesFile) {
    return start(
        SparkHome.ofTheBuild(),
        workers,
        directory,
        List.of("--properties-file", propertiesFile.toString()));
  }

  /**
   * Starts a cluster and waits until the Master knows every Worker.
   *
   * @param workers number of Workers, each with two cores and 1 GiB for executors and drivers
   * @param directory where logs and the applications' working directories go
   */
  public static StandaloneCluster start(SparkHome home, int workers, Path directory) {
    return start(home, workers, directory, List.of());
  }

  private static StandaloneCluster start(
      SparkHome home, int workers, Path directory, List<String> properties) {
    StandaloneCluster cluster = new StandaloneCluster(home, directory.toAbsolutePath(), properties);
    try {
      cluster.startMaster();
      for (int worker = 1; worker <= workers; worker++) {
        cluster.startWorker(worker);
      }
      cluster.await(
          workers + " registered workers",
          () -> cluster.registered() == workers ? Optional.of(workers) : Optional.empty());
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /** {@code spark://127.0.0.1:PORT}, for {@code --master}. */
  public String masterUrl() {
    return masterUrl;
  }

  /** The Master's process first, then the Workers' in their order. */
  public List<Process> daemons() {
    return Collections.unmodifiableList(daemons);
  }

  /** Stops Workers, then the Master, with all executors and drivers they started. */
  @Override
  public void close() {
    List<Process> lastFirst = new ArrayList<>(daemons);
    Collections.reverse(lastFirst);
    lastFirst.forEach(ProcessTree::stop);
  }

  private void startMaster() {
    String master = "org.apache.spark.deploy.master.Master";
    Path log = launch("master", master, "--host", "127.0.0.1", "--port", "0", "--webui-port", "0");
    masterUrl = await("the master's address", () -> find(MASTER_URL, log));
    page = URI.create(await("the master's page", () -> find(PAGE_URL, log)) + "/json/");
  }

  private void startWorker(int number) {
    String name = "worker-" + number;
    launch(
        name,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--webui-port",
        "0",
        "--cores",
        "2",
        "--memory",
        "1g",
        "--work-dir",
        directory.resolve(name).toString(),
        masterUrl);
  }

  private Path launch(String name, String... words) {
    List<String> command = new ArrayList<>(List.of(home.program("spark-class").toString()));
    command.add(words[0]);
    command.addAll(properties);
    command.addAll(List.of(words).subList(1, words.length));
    Path log = directory.resolve(name + ".log");
    try {
      Files.createDirectories(directory);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().keySet().removeAll(List.of("SPARK_HOME", "SPARK_CONF_DIR"));
      builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
      builder.environment().put("SPARK_DAEMON_MEMORY", "256m");
      // A daemon of a test ends before the second compiler would have paid; and on a busy machine a
      // worker may be slow to say that it lives.
      builder
          .environment()
          .put(
              "SPARK_DAEMON_JAVA_OPTS",
              "-XX:TieredStopAtLevel=1 -Dspark.worker.timeout=" + Patience.LIMIT.toSeconds());
      builder.environment().put("SPARK_LOCAL_DIRS", directory.resolve("local").toString());
      daemons.add(builder.start());
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  private int registered() {
    try (InputStream in = page.toURL().openStream()) {
      return new ObjectMapper().readTree(in).path("aliveworkers").asInt();
    } catch (IOException e) {
      throw new UncheckedIOException("the master's page " + page + " cannot be read", e);
    }
  }

  private static Optional<String> find(Pattern pattern, Path log) {
    try {
      Matcher matcher = pattern.matcher(Files.readString(log, StandardCharsets.UTF_8));
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T await(String what, Supplier<Optional<T>> question) {
    AtomicReference<T> found = new AtomicReference<>();
    Patience.until(
        what + "; logs in " + directory,
        () -> {
          assertThat(daemons).as("%s; logs in %s", what, directory).allMatch(Process::isAlive);
          question.get().ifPresent(found::set);
          return found.get() != null;
        });
    return found.get();
  }
}
