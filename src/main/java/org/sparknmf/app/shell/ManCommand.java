package org.sparknmf.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.text.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code man}: the manual page; as JSON, every command with its options. */
public final class ManCommand extends Command {
  public ManCommand() {
    super("man", "Print the manual page: spark-nmf man | man -l -", List.of());
  }

  @Override
  public void run(CommandContext context) {
    CommandSpec root = context.arguments().commandSpec().root();
    context.out().print(context.json() ? Json.text(catalogue(root)) + "\n" : ManPage.of(root));
  }

  private static List<Map<String, Object>> catalogue(CommandSpec root) {
    List<Map<String, Object>> commands = new ArrayList<>();
    root.subcommands()
        .forEach((name, command) -> commands.add(entry(name, command.getCommandSpec())));
    return commands;
  }

  private static Map<String, Object> entry(String name, CommandSpec spec) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("command", name);
    entry.put("description", String.join(" ", spec.usageMessage().description()));
    entry.put("options", spec.options().stream().map(ManCommand::entry).toList());
    return entry;
  }

  private static Map<String, Object> entry(OptionSpec option) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("option", option.longestName());
    entry.put("value", option.arity().max() == 0 ? null : option.paramLabel());
    entry.put("description", String.join(" ", option.description()));
    return entry;
  }
}
