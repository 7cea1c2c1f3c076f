package org.sparknmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page on conformance names every item, and tests that there are. */
class ConformancePageTest {
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final int FUNCTIONS = 39;

  private final List<String> rows;
  private final Map<String, String> classes;

  ConformancePageTest() throws IOException {
    rows =
        Files.readAllLines(Path.of("src/site/markdown/conformance.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.contains("| held by |"))
            .toList();
    try (Stream<Path> files = Files.walk(TESTS)) {
      classes =
          files
              .map(file -> TESTS.relativize(file).toString())
              .filter(file -> file.endsWith(".java"))
              .map(file -> file.replace(".java", "").replace('/', '.'))
              .collect(Collectors.toMap(name -> name.replaceAll(".*\\.", ""), name -> name));
    }
  }

  private static boolean isTest(Method method, String name) {
    return method.getName().equals(name)
        && (method.isAnnotationPresent(Test.class)
            || method.isAnnotationPresent(ParameterizedTest.class));
  }

  @Test
  void everyTestThatIsNamedExists() throws ClassNotFoundException {
    int named = 0;
    for (String row : rows) {
      Matcher matcher = NAMED.matcher(row);
      while (matcher.find()) {
        String name = matcher.group(1);
        assertThat(classes).as(row).containsKey(name);
        Class<?> test = Class.forName(classes.get(name), false, getClass().getClassLoader());
        assertThat(Arrays.stream(test.getDeclaredMethods()))
            .as("%s in %s", matcher.group(2), name)
            .anyMatch(method -> isTest(method, matcher.group(2)));
        named++;
      }
    }
    assertThat(named).isGreaterThan(100);
  }

  @Test
  void everyItemHasATestOrSaysWhyNot() {
    Stream<String> numbered =
        Stream.of("R16", "E19", "O10", "S5")
            .flatMap(
                last ->
                    IntStream.rangeClosed(1, Integer.parseInt(last.substring(1)))
                        .mapToObj(number -> last.substring(0, 1) + number));
    for (String item : Stream.concat(numbered, Stream.of("golden")).toList()) {
      assertThat(rows).as(item).filteredOn(row -> row.startsWith("| " + item + " |")).hasSize(1);
    }
    List<String> functions = rows.stream().filter(row -> row.startsWith("| `test_")).toList();
    assertThat(functions).doesNotHaveDuplicates().hasSize(FUNCTIONS);
    assertThat(rows)
        .allMatch(
            row ->
                NAMED.matcher(row).find()
                    || row.endsWith(": no such error |")
                    || row.endsWith("not in this version |"));
  }
}
