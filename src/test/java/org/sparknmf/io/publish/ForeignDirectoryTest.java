package org.sparknmf.io.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.testing.FileTree;

/** What others put where an output is to go, or beside it, is never removed or replaced. */
class ForeignDirectoryTest {
  @TempDir private Path root;
  private OutputOnDisk disk;

  @BeforeEach
  void place() {
    disk = new OutputOnDisk(root.resolve("model"));
  }

  /** Every table that Spark or Hadoop wrote has a _SUCCESS. */
  @ParameterizedTest
  @EnumSource(names = {"OVERWRITE", "RESUME", "SKIP"})
  void aTableOfSomebodyElseIsNoResultOfOurs(IfExists ifExists) throws IOException {
    Files.createDirectories(disk.output());
    Files.writeString(disk.output().resolve("_SUCCESS"), "");
    Files.writeString(disk.output().resolve("part-00000.parquet"), "a year of sales");
    requireRefused(ifExists, PublishBy.AUTO, "it holds no manifest.json");
    requireRefused(ifExists, PublishBy.POINTER, "it holds no manifest.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"name\": \"a web page\", \"start_url\": \"/\"}",
        "{\"schemaVersion\": 2, \"config\": {\"mediaType\": \"x\"}}",
        "{\"schemaVersion\": 1, \"runId\": \"1\", \"command\": \"fit\", \"versions\": {}}",
        "{\"schemaVersion\": 1, \"runId\": \"1\""
      })
  void aManifestOfSomebodyElseIsNotOurs(String manifest) throws IOException {
    Files.createDirectories(disk.output());
    Files.writeString(disk.output().resolve("_SUCCESS"), "");
    Files.writeString(disk.output().resolve("manifest.json"), manifest);
    requireRefused(IfExists.OVERWRITE, PublishBy.AUTO, "its manifest.json is none of spark-nmf");
  }

  private void requireRefused(IfExists ifExists, PublishBy how, String why) {
    FileTree before = FileTree.of(root);
    assertThatThrownBy(() -> open(ifExists, how, "run-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("exists, but is no complete result (" + why)
        .hasMessageContaining("remove it by hand");
    assertThat(FileTree.of(root)).isEqualTo(before);
  }

  @Test
  void aTableInThePlaceOfAGatedResultStays() throws IOException {
    Path gated = Files.createDirectories(root.resolve("model.gated"));
    Files.writeString(gated.resolve("_SUCCESS"), "");
    Files.writeString(gated.resolve("part-0"), "a year of sales");
    try (OutputDirectory output = disk.open(IfExists.ERROR, "run-1")) {
      assertThatThrownBy(output::publishGated)
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("is no result of this program: it holds no manifest.json");
    }
    assertThat(gated.resolve("part-0")).hasContent("a year of sales");
  }

  @Test
  void onePublishedByAPointerLeavesWhatOthersKeepInRuns() throws IOException {
    Path theirs = Files.createDirectories(disk.output().resolve("runs/exp-1"));
    Files.writeString(theirs.resolve("_SUCCESS"), "");
    Files.writeString(theirs.resolve("events"), "a year of trials");

    assertThatThrownBy(() -> open(IfExists.OVERWRITE, PublishBy.POINTER, "exp-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("runs/exp-1' is there")
        .hasMessageContaining("--run-id");
    for (String run : new String[] {"run-1", "run-2", "run-3"}) {
      try (OutputDirectory output = open(IfExists.OVERWRITE, PublishBy.POINTER, run)) {
        output.writeText("manifest.json", OutputOnDisk.manifest(run));
        output.publish();
      }
    }

    assertThat(OutputOnDisk.names(disk.output().resolve("runs")))
        .containsExactly("exp-1", "run-2", "run-3");
    assertThat(theirs.resolve("events")).hasContent("a year of trials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", ".", "../..", "/etc", ".hidden", "a b", "a\\\\b", "checkpoint"})
  void aPointerToAnythingButARunPointsNowhere(String run) throws IOException {
    Files.createDirectories(disk.output());
    Files.writeString(disk.output().resolve("_current"), "{\"run\": \"" + run + "\"}");
    Files.writeString(disk.output().resolve("_SUCCESS"), "");
    requireRefused(IfExists.OVERWRITE, PublishBy.POINTER, "it holds no manifest.json");
  }

  @ParameterizedTest
  @CsvSource({"., home", "checkpoint, home", "run-0, home"})
  void aLinkInTheWorkDirectoryIsNotFollowed(String name, String target) throws IOException {
    Path home = Files.createDirectories(root.resolve(target));
    Files.writeString(home.resolve("thesis.rows"), "years of work");
    Files.createDirectories(home.resolve("checkpoint"));
    Path link = name.equals(".") ? disk.work("").normalize() : disk.work(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, home);

    assertThatThrownBy(() -> disk.open(IfExists.ERROR, "run-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("is a link")
        .hasMessageContaining("remove the link, or name another --output");
    assertThat(home.resolve("thesis.rows")).hasContent("years of work");
    assertThat(OutputOnDisk.names(home)).containsExactly("checkpoint", "thesis.rows");
  }

  /** Only root may give a directory away. */
  @ParameterizedTest
  @ValueSource(strings = {".", "checkpoint", "run-0"})
  void aWorkDirectoryOfAnotherUserIsRefused(String name) throws IOException {
    Assumptions.assumeTrue(System.getProperty("user.name").equals("root"));
    Path theirs = Files.createDirectories(disk.work(name).normalize());
    Files.writeString(theirs.resolve("savepoint-000001.json"), "{}");
    Files.setOwner(
        theirs,
        root.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    FileTree before = FileTree.of(root);

    assertThatThrownBy(() -> disk.open(IfExists.RESUME, "run-1"))
        .isInstanceOf(OutputException.class)
        .hasMessageContaining("belongs to user 'nobody', not to 'root'")
        .hasMessageContaining("name another --output");
    assertThat(FileTree.of(root)).isEqualTo(before);
  }

  /** A directory of runs that are over holds what they wrote, and perhaps something else. */
  @Test
  void whatOthersPutIntoADeadRunsDirectoryStays() throws Exception {
    disk.open(IfExists.ERROR, "run-1").writeText("value", "half");
    Files.writeString(disk.work("run-1").resolve("notes.txt"), "by hand");
    disk.kill("run-1", new RunOwner(RunOwner.self().host(), 1L << 40, RunOwner.self().started()));

    disk.publish("next");

    assertThat(OutputOnDisk.names(disk.work("run-1"))).containsExactly("notes.txt");
    assertThat(disk.result()).isEqualTo("next");
  }

  @Test
  void noRunIsNamedAsTheDirectoryOfWhatIsKept() {
    assertThatThrownBy(() -> disk.open(IfExists.ERROR, "checkpoint"))
        .hasMessageContaining("--run-id");
    assertThat(disk.work("")).doesNotExist();
  }

  /** Replacing a link replaces the link. */
  @Test
  void anOutputThatIsALinkToAResultIsReplacedWithoutItsTarget() throws IOException {
    OutputOnDisk elsewhere = new OutputOnDisk(root.resolve("elsewhere"));
    elsewhere.publish("old");
    Files.createSymbolicLink(disk.output(), elsewhere.output());

    try (OutputDirectory output = disk.open(IfExists.OVERWRITE, "run-1")) {
      output.writeText("value", "new");
      output.publish();
    }

    assertThat(disk.result()).isEqualTo("new");
    assertThat(elsewhere.result()).isEqualTo("old");
    assertThat(Files.isDirectory(disk.output(), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  private OutputDirectory open(IfExists ifExists, PublishBy how, String runId) {
    return OutputDirectory.open(new Configuration(), disk.output().toString(), how, ifExists, runId)
        .orElseThrow();
  }
}
