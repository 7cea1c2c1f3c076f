package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.SubmitProcess;

/** When {@code submit-scripts/spark-nmf} calls Maven: on a project of its own, with a stand-in. */
class EntranceBuildIT {
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo "noise of Maven"
      echo "$*" >> maven-calls
      mkdir -p target/spark-home/bin
      touch target/spark-nmf-1.2.3.jar
      printf '#!/usr/bin/env bash\\necho ran "$@"\\n' > target/spark-home/bin/spark-submit
      chmod +x target/spark-home/bin/spark-submit
      """;

  @TempDir private Path directory;
  private Path project;
  private Path tools;

  @BeforeEach
  void aProjectThatIsNotBuilt() throws IOException {
    project = Files.createDirectories(directory.resolve("a project"));
    Path scripts = Files.createDirectories(project.resolve("submit-scripts"));
    for (String script : List.of("spark-nmf", "start.sh")) {
      Files.copy(
          Path.of("submit-scripts", script),
          scripts.resolve(script),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(scripts.resolve("spark-home"));
    Files.createDirectories(project.resolve("src/main"));
    Files.createDirectories(project.resolve("src/generated"));
    Files.writeString(project.resolve("pom.xml"), "<project>\n  <version>1.2.3</version>\n");
    tools = Files.createDirectories(directory.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "env",
            "sed",
            "dirname",
            "find",
            "mkdir",
            "touch",
            "chmod",
            "cat",
            "cksum",
            "date",
            "grep",
            "readlink")) {
      Files.createSymbolicLink(tools.resolve(tool), where(tool));
    }
  }

  @Test
  void itBuildsOnceAndKeepsMavenOffStandardOutput() throws IOException {
    installMaven();

    SubmitProcess.Result first = run();
    SubmitProcess.Result second = run();

    assertThat(first.exitCode()).as(first.stderr()).isZero();
    assertThat(first.stdout())
        .isEqualTo(
            "ran --class org.sparknmf.app.Main --name spark-nmf "
                + (project + "/target/spark-nmf-1.2.3.jar demo\n"));
    assertThat(first.stderr())
        .startsWith("Building spark-nmf once with Maven (about a minute) ...")
        .contains("noise of Maven");
    assertThat(second.stderr()).isEmpty();
    assertThat(second.stdout()).isEqualTo(first.stdout());
    assertThat(mavenCalls()).singleElement().asString().contains(" package ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/A.java", "src/generated/A.java"})
  void aSourceNewerThanTheJarIsBuiltAgain(String name) throws IOException {
    installMaven();
    run();
    Path source = Files.writeString(project.resolve(name), "class A {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

    run();

    assertThat(mavenCalls()).hasSize(2);
  }

  @Test
  void aHomeThatABuildLeftHalfDoneIsBuiltAgain() throws IOException {
    installMaven();
    run();
    Files.delete(project.resolve("target/spark-home/bin/spark-submit"));

    run();

    assertThat(mavenCalls()).hasSize(2);
  }

  @Test
  void withoutMavenItSaysWhatToInstall() {
    SubmitProcess.Result result = run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.lastErrorLine()).contains("install Maven 3.8 or later", "SPARK_NMF_JAR");
  }

  @Test
  void aBuildThatFailsEndsTheRun() throws IOException {
    program("mvn", "#!/usr/bin/env bash\nexit 1\n");

    SubmitProcess.Result result = run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.lastErrorLine()).contains("the build failed", "mvn package");
  }

  private SubmitProcess.Result run() {
    return SubmitProcess.of(project.resolve("submit-scripts/spark-nmf"), "demo")
        .environment("PATH", tools.toString())
        .environment("JAVA_HOME", System.getProperty("java.home"))
        .in(directory)
        .run();
  }

  private List<String> mavenCalls() throws IOException {
    return Files.readAllLines(project.resolve("maven-calls"));
  }

  private void installMaven() throws IOException {
    program("mvn", MAVEN);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(tools.resolve(name), script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path where(String tool) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new AssertionError(tool + " is not on the PATH");
  }
}
