package org.sparknmf.app.failure;

import java.util.Collection;
import java.util.List;
import org.sparknmf.fit.setting.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class UsageMessage {
  private UsageMessage() {}

  /** Cause and remedy in one line. */
  static String of(ParameterException exception) {
    CommandLine where = exception.getCommandLine();
    String help = "; see " + where.getCommandSpec().qualifiedName() + " --help";
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return unknown(where, unmatched.getUnmatched()) + help;
    }
    return exception.getMessage() + help;
  }

  private static String unknown(CommandLine where, List<String> arguments) {
    String word = arguments.get(0).replaceAll("=.*", "");
    if (word.startsWith("-")) {
      return unknown("option", word, where.getCommandSpec().optionsMap().keySet());
    }
    Collection<String> commands = where.getSubcommands().keySet();
    return commands.isEmpty()
        ? "argument '" + word + "' is one too many"
        : unknown("command", word, commands);
  }

  private static String unknown(String kind, String word, Collection<String> known) {
    return "unknown " + kind + " '" + word + "'" + Spelling.didYouMean(word, known);
  }
}
