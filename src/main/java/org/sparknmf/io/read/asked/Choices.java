package org.sparknmf.io.read.asked;

import java.util.List;
import java.util.Locale;
import org.sparknmf.io.read.text.SimilarNames;
import org.sparknmf.solver.InvalidSettingException;

/** Reads the name of one of a few choices. */
public final class Choices {
  private Choices() {}

  /** The choice that calls itself so, in any case; else an error that lists the names. */
  public static <C> C parse(List<C> choices, String option, String text) {
    List<String> names = choices.stream().map(c -> c.toString().toLowerCase(Locale.ROOT)).toList();
    int found = names.indexOf(text.strip().toLowerCase(Locale.ROOT));
    if (found >= 0) {
      return choices.get(found);
    }
    throw new InvalidSettingException(
        "%s must be one of %s, got '%s'%s"
            .formatted(option, String.join(", ", names), text, SimilarNames.hint(text, names)));
  }
}
