package org.sparknmf.io.read.asked;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparknmf.io.read.text.SimilarNames;
import org.sparknmf.solver.InvalidSettingException;

/** Reads the name of one of a few choices. */
final class Choices {
  private Choices() {}

  static <E extends Enum<E>> E parse(Class<E> type, String option, String text) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Choices::word).toList();
    int found = names.indexOf(text.strip().toLowerCase(Locale.ROOT));
    if (found >= 0) {
      return type.getEnumConstants()[found];
    }
    throw new InvalidSettingException(
        "%s must be one of %s, got '%s'%s"
            .formatted(option, String.join(", ", names), text, SimilarNames.hint(text, names)));
  }

  private static String word(Enum<?> value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }
}
