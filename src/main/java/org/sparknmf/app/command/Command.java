package org.sparknmf.app.command;

import java.util.List;
import java.util.Map;
import org.sparknmf.app.check.Level;
import org.sparknmf.app.failure.Failure;
import org.sparknmf.app.settings.Settings;
import org.sparknmf.fit.setting.Setting;
import picocli.CommandLine.Model.CommandSpec;

/** One command of the command line. */
public interface Command {

  /** The word that calls it. */
  String name();

  /** What it does, in one line. */
  String description();

  /** The settings that it takes as options. */
  default List<Setting<?>> settings() {
    return Settings.ALL;
  }

  /** Its own values for settings, above the built-in defaults and below all that a user says. */
  default Map<Setting<?>, String> defaults() {
    return Map.of();
  }

  /** Adds options and arguments that are no settings. */
  default void declare(CommandSpec spec) {}

  /** What of Java it must have: {@code doctor} reports a wrong one instead of refusing it. */
  default Level worstJava() {
    return Level.WARN;
  }

  /**
   * Does it: results to {@link CommandContext#out}, all else to {@link CommandContext#console}.
   * Returning means exit code 0; every other exit code is thrown, see {@link Failure}, so that each
   * has its last line.
   *
   * @throws Exception whatever stands in the way
   */
  void run(CommandContext context) throws Exception;
}
