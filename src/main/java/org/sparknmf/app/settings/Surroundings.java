package org.sparknmf.app.settings;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a process finds when it starts.
 *
 * @param environment environment variables
 * @param systemProperties Java system properties
 * @param workingDirectory where relative paths start
 * @param out for results alone, in UTF-8
 * @param err for everything else, in UTF-8
 */
public record Surroundings(
    Map<String, String> environment,
    Map<String, String> systemProperties,
    Path workingDirectory,
    PrintStream out,
    PrintStream err) {

  /** The surroundings of this process. */
  public static Surroundings ofThisProcess() {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, System::getProperty));
    return new Surroundings(
        System.getenv(),
        properties,
        Path.of("").toAbsolutePath(),
        inUtf8(System.out),
        inUtf8(System.err));
  }

  /** Containers often start without a locale, and ids are more than ASCII. */
  private static PrintStream inUtf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
