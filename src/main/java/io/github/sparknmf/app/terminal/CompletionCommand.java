package io.github.sparknmf.app.terminal;

import io.github.sparknmf.app.Command;
import io.github.sparknmf.app.CommandContext;
import io.github.sparknmf.app.settings.Setting;
import java.util.List;
import java.util.Map;

/** {@code completion}: a script that teaches a shell the commands, options and their values. */
public final class CompletionCommand implements Command {

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String description() {
    return "Print completion for bash and zsh: source <(spark-nmf completion).";
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public void run(CommandContext context) {
    String script = CompletionScript.of(context.arguments().commandSpec().root());
    context.out().print(context.json() ? Json.text(Map.of("script", script)) + "\n" : script);
  }
}
