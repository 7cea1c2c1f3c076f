package org.sparknmf.app.command;

import java.util.List;
import java.util.Map;
import org.sparknmf.app.check.Level;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.fit.setting.Setting;
import picocli.CommandLine.Model.CommandSpec;

/** One command of the command line. */
public abstract class Command {
  private final String name;
  private final String description;
  private final List<Setting<?>> settings;

  /** A command that takes the settings of a fit. */
  protected Command(String name, String description) {
    this(name, description, Settings.ALL);
  }

  /**
   * A command.
   *
   * @param name the word that calls it
   * @param description what it does, in one line
   * @param settings those that it takes as options
   */
  protected Command(String name, String description, List<Setting<?>> settings) {
    this.name = name;
    this.description = description;
    this.settings = settings;
  }

  public final String name() {
    return name;
  }

  public final String description() {
    return description;
  }

  /** The settings that it takes as options. */
  public List<Setting<?>> settings() {
    return settings;
  }

  /** Its own values for settings, above the built-in defaults and below all that a user says. */
  public Map<Setting<?>, String> defaults() {
    return Map.of();
  }

  /** Adds options and arguments that are no settings. */
  public void declare(CommandSpec spec) {}

  /** What of Java it must have: {@code doctor} reports a wrong one instead of refusing it. */
  public Level worstJava() {
    return Level.WARN;
  }

  /**
   * Runs the command: results to {@link CommandContext#out}, all else to {@link
   * CommandContext#console}. Returning means exit code 0; every other exit code is thrown, see
   * {@link Failure}, so that each has its last line.
   *
   * @throws Exception whatever stands in the way
   */
  public abstract void run(CommandContext context) throws Exception;
}
