package org.sparknmf.app.shell;

import java.util.List;
import java.util.Map;
import org.sparknmf.app.command.Command;
import org.sparknmf.app.command.CommandContext;
import org.sparknmf.text.Json;

/** {@code completion}: a script that teaches a shell the commands, options and their values. */
public final class CompletionCommand extends Command {
  public CompletionCommand() {
    super(
        "completion",
        "Print completion for bash and zsh: source <(spark-nmf completion).",
        List.of());
  }

  @Override
  public void run(CommandContext context) {
    String script = CompletionScript.of(context.arguments().commandSpec().root());
    context.out().print(context.json() ? Json.text(Map.of("script", script)) + "\n" : script);
  }
}
