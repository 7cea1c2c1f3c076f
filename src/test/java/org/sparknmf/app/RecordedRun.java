package org.sparknmf.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.failure.ExitCode;
import org.sparknmf.app.settings.Surroundings;

/** A run of the command line in surroundings that a test makes up. */
public final class RecordedRun {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> properties = new TreeMap<>(Map.of("java.version", "17.0.15"));
  private final Path workingDirectory;
  private ExitCode code;

  public RecordedRun(Path workingDirectory) {
    this.workingDirectory = workingDirectory;
  }

  public RecordedRun environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public RecordedRun property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  RecordedRun run(List<Command> commands, String... args) {
    code = new Program(surroundings(), args).run(commands);
    return this;
  }

  public Surroundings surroundings() {
    return new Surroundings(environment, properties, workingDirectory, stream(out), stream(err));
  }

  ExitCode code() {
    return code;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  String lastLine() {
    return err().lines().reduce("", (before, line) -> line);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
