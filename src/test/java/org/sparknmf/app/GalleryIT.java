package org.sparknmf.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.settings.GivenValue;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.Origin;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.app.settings.SourceSettings;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.io.read.MatrixReader;
import org.sparknmf.io.read.SmallSplits;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.testing.TestSpark;

/**
 * Small files in the layouts of public data sets and tools. Each is read without options, and those
 * in which two things may be meant with the options that decide: {@code gallery.tsv} has for each
 * what is understood, or the message that refuses it.
 */
class GalleryIT {
  private static final Path GALLERY = Path.of("src/test/resources/gallery");
  private static final Path EXPECTED = Path.of("src/test/resources/gallery.tsv");
  private static final String PAGE = "src/site/markdown/gallery.md";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** Where the page has a file, by the way in which it is read without options. */
  private enum Part {
    UNDERSTOOD("Understood without options", ExitCode.DONE),
    UNDECIDED("Refused with exit code 4: what decides, or what is wrong", ExitCode.INVALID_MATRIX),
    FOREIGN("Refused with exit code 5: what it is, and what to do about it", ExitCode.INPUT);

    private final String title;
    private final ExitCode code;

    Part(String title, ExitCode code) {
      this.title = title;
      this.code = code;
    }
  }

  /** What came of a file, or of a directory, with some options. */
  private record Reading(String asked, ExitCode code, String words) {

    String file() {
      return asked.split(" ", 2)[0];
    }

    String line() {
      return asked + "\t" + words;
    }

    String ofTable() {
      return "| `%s` | %s |%n".formatted(asked, words.replace("|", "\\|"));
    }
  }

  private static final String PAGE_HEAD =
      """
      # Gallery

      Small files in the layouts of public data sets and tools, and what `fit --input FILE` understands: first without
      options, then, where something is to be decided, with those that decide. Nothing is computed before an input is
      understood. Tables, archives and other binary files are not in the repository: the test that keeps this page writes them.
      What the options mean is in [settings](settings.md), how formats are told apart in [formats](formats.md).
      """;

  @TempDir private Path directory;

  @Test
  void everyFileIsReadOrRefused() throws IOException {
    Path gallery = directory.resolve(GALLERY.getFileName());
    FileUtils.copyDirectory(GALLERY.toFile(), gallery.toFile());
    GalleryFiles.write(gallery);
    List<Reading> readings = new ArrayList<>();
    for (String asked : asked(gallery)) {
      Reading reading = read(gallery, asked);
      assertThat(SmallSplits.halved(TestSpark.session(), () -> read(gallery, asked)))
          .as("read by tasks")
          .isEqualTo(reading);
      readings.add(reading);
    }
    assertThat(readings)
        .extracting(Reading::code)
        .containsOnly(ExitCode.DONE, ExitCode.INVALID_MATRIX, ExitCode.INPUT);
    List<String> found = readings.stream().map(Reading::line).toList();
    String page =
        PAGE_HEAD + Stream.of(Part.values()).map(p -> part(p, readings)).collect(joining());
    Path copies = Files.createDirectories(Path.of("target/expected"));
    Files.write(copies.resolve("gallery.tsv"), found);
    Files.writeString(copies.resolve("gallery.md"), page);
    assertThat(found).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    assertThat(Path.of(PAGE)).as("copy it from target/expected").hasContent(page);
  }

  /** Each file alone, and with the options that the expectations have for it. */
  private static List<String> asked(Path gallery) throws IOException {
    try (Stream<Path> files = Files.list(gallery);
        Stream<String> expected = Files.lines(EXPECTED)) {
      return Stream.concat(
              files.map(file -> file.getFileName().toString()),
              expected.map(line -> line.split("\t", -1)[0]).filter(asked -> asked.contains(" ")))
          .sorted()
          .toList();
    }
  }

  private static Reading read(Path gallery, String asked) {
    try {
      SparkSession spark = TestSpark.session();
      MatrixSource source = MatrixReader.open(spark, InputOptions.of(settings(gallery, asked)));
      String shape = source.frame().shape().name().toLowerCase(Locale.ROOT);
      FrameRows rows = source.frame().data();
      long count =
          ReadFailures.explaining(
              source.frame(),
              () ->
                  source
                      .frame()
                      .inHand()
                      .<Long>map(few -> (long) few.size())
                      .orElseGet(rows.table()::count));
      String words = "%s (%d %s)".formatted(source.description(), count, shape);
      return new Reading(asked, ExitCode.DONE, words);
    } catch (RuntimeException e) {
      Failure failure = Failure.of(e);
      String words = failure.message().replace(gallery.getParent() + "/", "");
      return new Reading(asked, failure.code(), words);
    }
  }

  /**
   * Settings from a path in the gallery and options; one with a blank in its value is in quotes.
   */
  private static ResolvedSettings settings(Path gallery, String asked) {
    List<String> words =
        WORD.matcher(asked).results().map(GalleryIT::word).collect(Collectors.toList());
    List<GivenValue> given = new ArrayList<>();
    given.add(value(SourceSettings.INPUT, gallery.resolve(words.get(0)).toString()));
    for (int i = 1; i < words.size(); i++) {
      String option = words.get(i);
      Setting<?> setting =
          Settings.ALL.stream().filter(s -> s.option().equals(option)).findFirst().orElseThrow();
      given.add(value(setting, setting.isFlag() ? "true" : words.get(++i)));
    }
    return ResolvedSettings.of(given);
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private static GivenValue value(Setting<?> setting, String text) {
    return new GivenValue(setting, text, Origin.commandLine(setting));
  }

  private static String part(Part part, List<Reading> readings) {
    List<String> files =
        readings.stream()
            .filter(
                reading -> reading.asked().equals(reading.file()) && reading.code() == part.code)
            .map(Reading::file)
            .toList();
    return "%n## %s%n%n| input | understood |%n|---|---|%n".formatted(part.title)
        + readings.stream()
            .filter(reading -> files.contains(reading.file()))
            .map(Reading::ofTable)
            .collect(joining());
  }
}
