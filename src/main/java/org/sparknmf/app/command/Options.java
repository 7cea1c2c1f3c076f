package org.sparknmf.app.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Options and arguments of a command that are no settings. */
public final class Options {
  private Options() {}

  /** An option that is on when it is there. */
  public static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  /** An option with a text after it. */
  public static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  /** Takes the directory of a result as the one argument. */
  public static void addOutput(CommandSpec spec, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("OUTPUT")
            .arity("1")
            .type(String.class)
            .description(description)
            .build());
  }
}
