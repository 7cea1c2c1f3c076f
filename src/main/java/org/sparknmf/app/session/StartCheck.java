package org.sparknmf.app.session;

import java.util.List;
import org.sparknmf.app.check.Finding;
import org.sparknmf.app.failure.CheckFailedException;
import org.sparknmf.app.terminal.Console;

/** What is looked at before Spark starts, where trouble would show as a stack trace. */
record StartCheck(List<Finding> findings) {

  static StartCheck of(Finding... findings) {
    return new StartCheck(List.of(findings));
  }

  /**
   * Warns of what is doubtful.
   *
   * @throws CheckFailedException for the first that cannot work
   */
  void run(Console console) {
    for (Finding finding : findings) {
      switch (finding.level()) {
        case OK -> {}
        case WARN -> console.warn(line(finding));
        case FAIL -> throw new CheckFailedException(line(finding));
      }
    }
  }

  private static String line(Finding finding) {
    return "%s: %s; %s".formatted(finding.check(), finding.value(), finding.remedy());
  }
}
