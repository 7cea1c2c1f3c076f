package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.Patience;
import org.sparknmf.testing.SubmitProcess;

/** The start of the JVM without Spark's launcher, with a class-data archive and without one. */
class EntranceArchiveIT {
  private static final String NO_ARCHIVE = "starting without a class-data archive";

  @TempDir private Path directory;
  private Path input;
  private Path prepared;

  @BeforeEach
  void nothingIsPrepared() throws IOException {
    input = Files.writeString(directory.resolve("x.csv"), "user,item,rating\na,x,1\nb,y,2\n");
    prepared = Path.of(System.getProperty("spark.home.dir"), "start");
    FileUtils.deleteDirectory(prepared.toFile());
  }

  @Test
  void theArchiveIsMadeBehindARunAndIsNeverAReasonToFail() throws IOException {
    String before = fit("off", "first").stderr();
    assertThat(prepared).doesNotExist();

    fit("on", "second");
    Patience.until("the archive", () -> archives().size() == 1);
    SubmitProcess.Result after = fit("on", "third", "--verbose");

    assertThat(after.stderr()).contains("SparkContext").doesNotContain(NO_ARCHIVE);
    assertThat(before).contains("converged");
    assertThat(bits("third")).isEqualTo(bits("first"));
    assertThat(bits("second")).isEqualTo(bits("first"));

    Path archive = archives().get(0);
    assertThat(archive.resolveSibling("java-options"))
        .as("spark.driver.memory of the project's conf/spark-defaults.conf")
        .content()
        .startsWith("\"-Xmx2g\"");
    assertThat(archive.resolveSibling("spark-options"))
        .as("what spark-submit tells the program, for runs without it as the third")
        .content()
        .contains("-Dspark.driver.memory=2g", "-Dspark.master=local[*]")
        .doesNotContain("spark.jars", "Rehearsal");
    archive.toFile().setWritable(true);
    Files.writeString(archive, "half an archive");
    fit("on", "damaged");
    assertThat(bits("damaged")).isEqualTo(bits("first"));
    Files.delete(archive);
    assertThat(fit("on", "gone", "--verbose").stderr()).contains(NO_ARCHIVE);
    assertThat(bits("gone")).isEqualTo(bits("first"));
  }

  @Test
  void whatNeedsNoSparkStartsWithoutIt() {
    SubmitProcess.Result version = SubmitProcess.entrance("--version").run();
    assertThat(version.stdout()).startsWith("spark-nmf ").contains("Spark 4", "Hadoop 3");
    assertThat(version.stderr()).isEmpty();
    assertThat(SubmitProcess.entrance("fit", "--help").run().stdout()).contains("--rank");
    SubmitProcess.Result status =
        SubmitProcess.entrance("status", "--output", directory + "/none").run();
    assertThat(status.lastErrorLine()).contains("was not found");
  }

  private SubmitProcess.Result fit(String archive, String output, String... options) {
    List<String> words =
        Stream.concat(
                Stream.of(
                    "fit",
                    "--input",
                    input.toString(),
                    "--output",
                    directory.resolve(output) + "",
                    "--rank",
                    "1"),
                Stream.of(options))
            .toList();
    SubmitProcess.Result result =
        SubmitProcess.entrance(words.toArray(String[]::new))
            .environment("SPARK_NMF_ARCHIVE", archive)
            .run();
    assertThat(result.exitCode()).as(result.stderr()).isZero();
    return result;
  }

  /** Those that are whole. */
  private List<Path> archives() {
    File[] folders = prepared.toFile().listFiles((parent, name) -> !name.endsWith(".part"));
    return Stream.of(folders == null ? new File[0] : folders)
        .map(folder -> folder.toPath().resolve("classes.jsa"))
        .filter(Files::exists)
        .toList();
  }

  private List<String> bits(String output) throws IOException {
    return new PublishedResult(directory.resolve(output)).sha256();
  }
}
