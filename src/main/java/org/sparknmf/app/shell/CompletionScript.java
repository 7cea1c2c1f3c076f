package org.sparknmf.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for bash, and for zsh by its bashcompinit. A word that begins with a hyphen becomes an
 * option of the command, a value one of the words that the option takes; all else is a file.
 */
final class CompletionScript {
  /** What the entrance takes for itself, and the most used options of spark-submit behind it. */
  private static final String OF_THE_ENTRANCE = "--spark --print-command --wait";

  private static final String OF_SPARK =
      "--master --deploy-mode --driver-memory --executor-memory --executor-cores --num-executors"
          + " --conf --properties-file --jars --packages --queue";

  private static final String HEAD =
      """
      # Completion for spark-nmf:  source <(spark-nmf completion)
      if [ -n "${ZSH_VERSION-}" ]; then
        autoload -U +X compinit && compinit
        autoload -U +X bashcompinit && bashcompinit
      fi

      _spark_nmf() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
        local command="${COMP_WORDS[1]}" options="" values=""
        COMPREPLY=()
        # Bash takes the = of --solver=hals for a word.
        if [ "$word" = "=" ]; then
          word=""
        elif [ "$before" = "=" ]; then
          before="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        if [ "$COMP_CWORD" = 1 ]; then
          values="%s"
        fi
        case "$command" in
      """;

  private static final String TAIL =
      """
        esac
        case " ${COMP_WORDS[*]} " in
          *" --spark "*) options="%s" ;;
        esac
        case "$word" in
          -*) [ -n "$values" ] || values="$options" ;;
        esac
        # shellcheck disable=SC2207
        COMPREPLY=($(compgen -W "$values" -- "$word"))
      }
      complete -o bashdefault -o default -F _spark_nmf spark-nmf
      """;

  private CompletionScript() {}

  /** The script for all commands of a root. */
  static String of(CommandSpec root) {
    List<String> first = new ArrayList<>(root.subcommands().keySet());
    first.addAll(List.of("--help", "--version"));
    StringBuilder script = new StringBuilder(HEAD.formatted(String.join(" ", first)));
    root.subcommands().forEach((name, command) -> script.append(command(name, command)));
    return script.append(TAIL.formatted(OF_SPARK)).toString();
  }

  private static String command(String name, CommandLine command) {
    List<OptionSpec> options = command.getCommandSpec().options();
    List<String> names = options.stream().flatMap(CompletionScript::names).toList();
    StringBuilder text =
        new StringBuilder("    %s)\n".formatted(name))
            .append("      options=\"%s %s\"\n".formatted(String.join(" ", names), OF_THE_ENTRANCE))
            .append("      case \"$before\" in\n");
    for (Map.Entry<String, String> option : values(options)) {
      text.append("        %s) values=\"%s\" ;;\n".formatted(option.getKey(), option.getValue()));
    }
    return text.append("      esac\n      ;;\n").toString();
  }

  /** The long names of an option; of one that may be taken back, both. */
  private static Stream<String> names(OptionSpec option) {
    Stream<String> names = Arrays.stream(option.names()).filter(name -> name.startsWith("--"));
    return option.negatable()
        ? Stream.concat(names, Stream.of(option.longestName().replaceFirst("^--", "--no-")))
        : names;
  }

  private static List<Map.Entry<String, String>> values(List<OptionSpec> options) {
    return options.stream()
        .filter(option -> option.arity().max() > 0 && option.completionCandidates() != null)
        .map(
            option ->
                Map.entry(option.longestName(), String.join(" ", option.completionCandidates())))
        .filter(option -> !option.getValue().isEmpty())
        .toList();
  }
}
