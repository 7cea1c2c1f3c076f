package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.IgnoredSignals;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.PlantedSecrets;
import org.sparknmf.testing.SubmitProcess;
import org.sparknmf.testing.TestClassJar;
import org.sparknmf.testing.TinyJob;

/** What {@code submit-scripts/spark-nmf} and the ready scripts hand to spark-submit. */
class EntranceScriptIT {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final String JAR = System.getProperty("nmf.jar");
  private static final String OWN =
      "env SPARK_CONF_DIR=" + PROJECT + "/conf SPARK_LOCAL_IP=127.0.0.1 " + ownSubmit();
  private static final String MAIN = " --class org.sparknmf.app.Main --name spark-nmf ";

  @TempDir private Path directory;

  private static String ownSubmit() {
    return PROJECT + "/target/spark-home/bin/spark-submit";
  }

  @Test
  void withoutSparkHomeTheProjectsOwnHomeRunsLocally() {
    assertThat(printed(SubmitProcess.entrance("demo", "--print-command")))
        .isEqualTo(OWN + MAIN + JAR + " demo");
  }

  @Test
  void optionsAfterSparkGoToSparkSubmitAndAllWordsAreQuoted() {
    assertThat(
            printed(
                SubmitProcess.entrance(
                    "fit", "--print-command", "--input", "a b.mtx", "--spark", "--conf", "x=y z")))
        .isEqualTo(OWN + MAIN + "--conf x=y\\ z " + JAR + " fit --input a\\ b.mtx");
  }

  /** The line goes into tickets and logs. Every secret here has hunter2 in it. */
  @Test
  void theCommandIsShownWithoutSecrets() {
    String shown =
        printed(
            SubmitProcess.entrance(
                "fit",
                "--print-command",
                "--input",
                "s3a://AKIA:hunter2/x@bucket/a b",
                "--output",
                "hdfs://host:8020/me@home",
                "--format-option",
                "url=jdbc:pg://h/x?Password=hunter2&a=b,password=hunter2,header=true",
                "--spark",
                "--conf",
                "spark.hadoop.fs.s3a.secret.key=hunter2,and more hunter2",
                "--driver-java-options",
                "-Dmy.token=hunter2 -Dx=y"));
    assertThat(shown)
        .doesNotContain("hunter2")
        .contains("--input s3a://\\(redacted\\)@bucket/a\\ b --output hdfs://host:8020/me@home")
        .contains("Password=\\(redacted\\)\\&a=b\\,password=\\(redacted\\)\\,header=true")
        .contains("--conf spark.hadoop.fs.s3a.secret.key=\\(redacted\\) ")
        .contains("-Dmy.token=\\(redacted\\)\\ -Dx=y");
  }

  /** One secret after another, each with pieces that nothing may show. */
  @Test
  void noPlantedSecretIsShown() {
    PlantedSecrets secrets = new PlantedSecrets(81);
    List<PlantedSecrets.Planted> planted = Stream.generate(secrets::next).limit(150).toList();
    List<String> words = new ArrayList<>(List.of("fit", "--print-command"));
    for (PlantedSecrets.Planted one : planted) {
      words.addAll(List.of("--" + one.key(), one.value()));
    }
    words.add("--input=" + planted.get(0).value());
    String shown = printed(SubmitProcess.entrance(words.toArray(String[]::new)));
    assertThat(planted).filteredOn(one -> one.isSeenIn(shown)).isEmpty();
  }

  @Test
  void onAClusterTheAddressOfThisMachineIsLeftToSpark() {
    assertThat(
            printed(
                SubmitProcess.entrance(
                    "fit",
                    "--print-command",
                    "--spark",
                    "--master",
                    "spark://h:7077",
                    "--deploy-mode",
                    "cluster")))
        .isEqualTo(
            "env SPARK_CONF_DIR="
                + (PROJECT + "/conf " + ownSubmit() + MAIN)
                + ("--master spark://h:7077 --deploy-mode cluster " + JAR + " fit"));
  }

  @Test
  void anInstallationKeepsItsOwnConfigurationAndGetsNoMaster() throws IOException {
    Path home = fakeSparkHome();

    assertThat(
            printed(
                SubmitProcess.entrance("fit", "--print-command")
                    .environment("SPARK_HOME", home.toString())
                    .environment("SPARK_NMF_DRIVER_MEMORY", "9g")
                    .environment("SPARK_NMF_JAR", "hdfs://h/nmf.jar")))
        .isEqualTo(home + "/bin/spark-submit" + MAIN + "--driver-memory 9g hdfs://h/nmf.jar fit");
  }

  /** Spark 4 adds it by itself. */
  @Test
  void aDriverOnSpark35GetsTheVectorModuleUnlessTheInstallationSetsItsOptions() throws IOException {
    Path home = fakeSparkHome();
    Files.createFile(
        Files.createDirectories(home.resolve("jars")).resolve("spark-core_2.12-3.5.6.jar"));
    SubmitProcess process =
        SubmitProcess.entrance("fit", "--print-command", "--spark", "--conf", "a=b")
            .environment("SPARK_HOME", home.toString())
            .environment("SPARK_NMF_JAR", JAR);
    String option = "--conf spark.driver.defaultJavaOptions=--add-modules=jdk.incubator.vector ";

    assertThat(printed(process))
        .isEqualTo(home + "/bin/spark-submit" + MAIN + option + "--conf a=b " + JAR + " fit");

    Files.writeString(
        Files.createDirectories(home.resolve("conf")).resolve("spark-defaults.conf"),
        "spark.driver.defaultJavaOptions -Dx=y\n");
    assertThat(printed(process)).doesNotContain(option);
  }

  @Test
  void theExitCodeOfSparkSubmitComesThrough() throws IOException {
    SubmitProcess.Result result =
        SubmitProcess.entrance("fit", "--label", "two words", "--spark", "--master", "yarn")
            .environment("SPARK_HOME", fakeSparkHome().toString())
            .in(directory)
            .run();

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.stdout().lines())
        .endsWith("--master", "yarn", JAR, "fit", "--label", "two words");
  }

  @Test
  void throughALinkFromAnotherDirectoryItIsTheSame() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("my links"));
    Path first = folder.resolve("first");
    Files.createSymbolicLink(first, PROJECT.resolve("submit-scripts/spark-nmf"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

    assertThat(printed(SubmitProcess.of(second, "demo", "--print-command").in(folder)))
        .isEqualTo(OWN + MAIN + JAR + " demo");
  }

  @Test
  void aJavaThatHadoopCannotUseIsRefusedWithTheRemedy() throws IOException {
    Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
    program(java, "echo 'openjdk version \"25.0.1\" 2025-10-21' >&2");

    Path home = fakeSparkHome();
    Path jars = Files.createDirectories(home.resolve("jars"));
    SubmitProcess process =
        SubmitProcess.entrance("demo", "--print-command")
            .environment("JAVA_HOME", directory.resolve("jdk").toString())
            .environment("SPARK_NMF_JAR", "local:///nmf.jar")
            .environment("SPARK_HOME", home.toString());

    Path before = Files.createFile(jars.resolve("hadoop-client-api-3.4.2.jar"));
    SubmitProcess.Result result = process.run();
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.lastErrorLine())
        .contains("Java 25", "Hadoop 3.5", "set JAVA_HOME to a JDK 17 or 21", "spark-nmf: ");

    Files.move(before, jars.resolve("hadoop-client-api-3.5.0.jar"));
    assertThat(printed(process)).endsWith("local:///nmf.jar demo");
  }

  @Test
  void aSparkHomeWithoutSparkSubmitIsRefused() {
    SubmitProcess.Result result =
        SubmitProcess.entrance("demo").environment("SPARK_HOME", "/nowhere").run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.lastErrorLine()).contains("'/nowhere'", "unset it");
  }

  @Test
  void aJarThatIsNotThereIsRefused() {
    SubmitProcess.Result result =
        SubmitProcess.entrance("demo").environment("SPARK_NMF_JAR", "/no/nmf.jar").run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.lastErrorLine()).contains("'/no/nmf.jar'", "unset SPARK_NMF_JAR");
  }

  @Test
  void theReadyScriptsAskForTheirMaster() throws IOException {
    String home = fakeSparkHome().toString();

    assertThat(ready("local.sh", home)).contains("--driver-memory 2g --master local\\[4\\] " + JAR);
    assertThat(ready("standalone.sh", home))
        .contains("--master m://h:1 --deploy-mode client --executor-memory 3g " + JAR);
    assertThat(ready("yarn.sh", home)).contains("--master yarn --deploy-mode cluster");
    assertThat(ready("kubernetes.sh", home))
        .contains("--master m://h:1 --deploy-mode cluster")
        .contains(
            "spark.kubernetes.container.image=image:1 ",
            " local:///opt/spark-nmf/spark-nmf.jar fit");
  }

  @Test
  void theProjectsConfigurationRunsLocallyAndQuietly() {
    SubmitProcess.Result result =
        SubmitProcess.sparkSubmit(
                "--jars",
                JAR,
                "--class",
                TinyJob.class.getName(),
                TestClassJar.of(TinyJob.class, directory).toString(),
                directory.resolve("sum").toString(),
                "0",
                "0")
            .environment("SPARK_CONF_DIR", PROJECT.resolve("conf").toString())
            .run();

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stderr().lines().filter(line -> !line.contains("incubator modules")))
        .isEmpty();
  }

  private static String ready(String script, String home) {
    return printed(
        SubmitProcess.of(
                PROJECT.resolve("submit-scripts").resolve(script), "fit", "--print-command")
            .environment("SPARK_HOME", home)
            .environment("HADOOP_CONF_DIR", "/etc/hadoop")
            .environment("MASTER", "m://h:1")
            .environment("IMAGE", "image:1")
            .environment("CORES", "4")
            .environment("EXECUTOR_MEMORY", "3g"));
  }

  private static String printed(SubmitProcess process) {
    SubmitProcess.Result result = process.run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result.stdout().strip();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HUP", "TERM"})
  void aSignalEndsTheWaitingAndWhatSubmits(String signal) throws Exception {
    assumeThat(IgnoredSignals.contain(signal)).as("signal is ignored here").isFalse();
    Path home = fakeSparkHome();
    Path pid = directory.resolve("pid");
    program(home.resolve("bin/spark-submit"), "echo $$ > '" + pid + "'; exec sleep 600");
    try (SubmitProcess.Running running =
        SubmitProcess.entrance(
                "fit", "--output", "/none", "--wait", "--spark", "--deploy-mode", "cluster")
            .environment("SPARK_HOME", home.toString())
            .environment("SPARK_NMF_JAR", JAR)
            .start()) {
      Patience.until("it submits", () -> pid.toFile().length() > 0 || !running.process().isAlive());
      String script = String.valueOf(running.process().pid());
      new ProcessBuilder("kill", "-s", signal, script).start().waitFor();

      assertThat(running.process().waitFor()).isEqualTo(143);
      long submitting = Long.parseLong(Files.readString(pid).strip());
      Patience.until("its end", () -> ProcessHandle.of(submitting).isEmpty());
    }
  }

  private Path fakeSparkHome() throws IOException {
    Path home = directory.resolve("spark");
    Path bin = Files.createDirectories(home.resolve("bin"));
    program(bin.resolve("spark-submit"), "printf '%s\\n' \"$@\"; exit 7");
    return home;
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
