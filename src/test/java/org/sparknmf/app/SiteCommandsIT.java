package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SubmitProcess;
import org.sparknmf.testing.TestClassJar;

/**
 * Runs the documentation: bash runs each block as it stands, and what the page shows as output must
 * be in what it prints. In the place of the entrance is a script that hands its words to one Spark
 * session for all. Each page starts in an empty directory with the README's ratings.
 */
class SiteCommandsIT {
  private static final String RATINGS =
      """
      user,film,stars
      ann,alien,5
      ann,dune,5
      ann,brazil,4
      ann,casablanca,1
      bob,alien,4
      bob,dune,5
      bob,brazil,5
      cid,casablanca,5
      cid,vertigo,4
      cid,brazil,2
      dot,casablanca,4
      dot,vertigo,5
      dot,alien,1
      eve,alien,5
      eve,dune,4
      eve,vertigo,1
      fay,vertigo,5
      fay,casablanca,5
      fay,psycho,4
      gus,psycho,5
      gus,vertigo,4
      gus,dune,1
      hal,dune,4
      hal,brazil,4
      hal,alien,4
      hal,psycho,1
      """;

  private static final Set<String> FIRST = Set.of("README.md", "quick-start.md");

  private static final String ENTRANCE =
      """
      #!/usr/bin/env bash
      exec 3<>"/dev/tcp/127.0.0.1/$(cat '%1$s/port')"
      { printf '%%s\\0' "$#"; [ "$#" = 0 ] || printf '%%s\\0' "$@"; } >&3
      read -r code <&3
      cat '%1$s/out'
      cat '%1$s/err' >&2
      exit "$code"
      """;

  @TempDir private static Path box;
  @TempDir private static Path directory;
  private static SubmitProcess.Running session;

  @BeforeAll
  static void start() throws IOException {
    session =
        SubmitProcess.sparkSubmit(
                "--class",
                SiteSession.class.getName(),
                "--master",
                "local[2]",
                "--driver-memory",
                "1g",
                "--conf",
                "spark.ui.enabled=false",
                "--jars",
                TestClassJar.of(SiteSession.class, box).toString(),
                System.getProperty("nmf.jar"),
                box.toString())
            .environment("SPARK_CONF_DIR", Path.of("conf").toAbsolutePath().toString())
            .in(directory)
            .start();
    Patience.until(
        "the session's port",
        () -> {
          assertThat(session.process().isAlive()).as(session.stderr()).isTrue();
          return Files.exists(box.resolve("port"));
        });
  }

  @AfterAll
  static void stop() {
    session.close();
    List<SiteBlock> all =
        SiteBlock.pages().stream().flatMap(p -> SiteBlock.of(p).stream()).toList();
    System.out.printf("%d blocks of the documentation were run%n", count(all, ""));
    Stream.of("not run", "parsed only")
        .forEach(mark -> System.out.printf("%d are marked: %s%n", count(all, mark), mark));
  }

  private static long count(List<SiteBlock> blocks, String mark) {
    return blocks.stream()
        .filter(block -> mark.isEmpty() ? block.isRun() : block.mark().startsWith(mark))
        .count();
  }

  /** What a newcomer meets first. */
  @Tag("everyBuild")
  @TestFactory
  Stream<DynamicTest> firstPages() {
    return tests(SiteBlock.pages().stream().filter(page -> FIRST.contains(name(page))));
  }

  @Tag("onRequest")
  @TestFactory
  Stream<DynamicTest> otherPages() {
    return tests(SiteBlock.pages().stream().filter(page -> !FIRST.contains(name(page))));
  }

  private static String name(Path page) {
    return page.getFileName().toString();
  }

  private static Stream<DynamicTest> tests(Stream<Path> pages) {
    return pages
        .filter(page -> SiteBlock.of(page).stream().anyMatch(SiteBlock::isRun))
        .map(page -> DynamicTest.dynamicTest(name(page), () -> run(page)));
  }

  private static void run(Path page) throws IOException {
    empty();
    Files.writeString(directory.resolve("ratings.csv"), RATINGS);
    Path site = Files.createDirectories(directory.resolve("src/site/markdown"));
    for (Path one : SiteBlock.pages()) {
      Files.copy(one, site.resolve(one.getFileName()));
    }
    entrance(Files.createDirectories(directory.resolve("submit-scripts")));
    entrance(Files.createDirectories(directory.resolve("bin")));
    for (SiteBlock block : SiteBlock.of(page)) {
      if (block.isRun()) {
        run(block);
      }
    }
  }

  private static void run(SiteBlock block) {
    SubmitProcess.Result result =
        SubmitProcess.of(
                Path.of("/usr/bin/env"), "bash", "-eu", "-o", "pipefail", "-c", block.text())
            .environment("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"))
            .environment("HOME", directory.toString())
            .in(directory)
            .run();
    assertThat(result.exitCode()).as("%s:\n%s", block.place(), result.stderr()).isZero();
    List<String> shown = block.shown().stream().filter(line -> !line.equals("...")).toList();
    if (!shown.isEmpty()) {
      assertThat(result.stdout().lines().map(String::stripTrailing))
          .as(block.place())
          .containsSubsequence(shown);
    }
  }

  private static void entrance(Path folder) throws IOException {
    Path script = folder.resolve("spark-nmf");
    Files.writeString(script, ENTRANCE.formatted(box));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static void empty() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(directory)) {
          Files.delete(file);
        }
      }
    }
  }
}
