package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.testing.TestSpark;

/**
 * Small files in the layouts of public data sets and tools, read without options: {@code
 * gallery.tsv} has for each what is understood, or the message that refuses it.
 */
class GalleryIT {
  private static final Path GALLERY = Path.of("src/test/resources/gallery");
  private static final Path EXPECTED = Path.of("src/test/resources/gallery.tsv");
  private static final String PAGE = "src/site/markdown/gallery.md";

  private static final String PAGE_HEAD =
      """
      # Gallery

      Small files in the layouts of public data sets and tools, and what `fit --input FILE` understands without options.
      Where the last column says what is to be decided, the run ends with exit code 4 before anything is computed.

      | file | understood |
      |---|---|
      """;

  @Test
  void everyFileIsReadOrRefused() throws IOException {
    SparkSession spark = TestSpark.session();
    List<String> found = new ArrayList<>();
    StringBuilder page = new StringBuilder(PAGE_HEAD);
    for (String name : names()) {
      String words = words(spark, GALLERY.resolve(name));
      found.add(name + "\t" + words);
      page.append("| `%s` | %s |\n".formatted(name, words.replace("|", "\\|")));
    }
    Path copies = Files.createDirectories(Path.of("target/expected"));
    Files.write(copies.resolve("gallery.tsv"), found);
    Files.writeString(copies.resolve("gallery.md"), page);
    assertThat(found).containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    assertThat(Path.of(PAGE)).as("copy it from target/expected").hasContent(page.toString());
  }

  private static SortedSet<String> names() throws IOException {
    try (Stream<Path> files = Files.list(GALLERY)) {
      SortedSet<String> names = new TreeSet<>();
      files.forEach(file -> names.add(file.getFileName().toString()));
      return names;
    }
  }

  private static String words(SparkSession spark, Path file) {
    try {
      MatrixSource source = MatrixReader.open(spark, InputSettings.of(file.toString()));
      String shape = source.frame().shape().name().toLowerCase(Locale.ROOT);
      return "%s (%d %s)".formatted(source.description(), source.frame().data().count(), shape);
    } catch (InvalidMatrixException e) {
      return e.getMessage().substring(e.getMessage().indexOf(GALLERY.getFileName().toString()));
    }
  }
}
