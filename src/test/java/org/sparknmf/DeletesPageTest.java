package org.sparknmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on reliability says of every class that deletes or renames why it may. */
class DeletesPageTest {
  private static final Pattern DELETES =
      Pattern.compile(
          "iles\\.delete|\\.rename\\(|deleteDirectory|deleteIfExists|deleteOnExit|fullyDelete"
              + "|Files\\.move|Entries\\.(move|removeIfEmpty)|folder\\.delete|(work|run)\\.delete\\(");

  @Test
  void everyPlaceIsListed() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/reliability.md"));
    String table = page.substring(page.indexOf("## What is ever deleted"));
    String section = table.substring(0, table.indexOf("\n## ", 1));
    Set<String> missing = new TreeSet<>();
    for (Path source : sources()) {
      String name = source.getFileName().toString().replace(".java", "");
      boolean deletes = DELETES.matcher(Files.readString(source)).find();
      if (deletes && !section.contains("`" + name)) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
