package org.sparknmf.app.run;

import java.util.Locale;
import java.util.Optional;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.RejectedRows;

/** What is told of rows of the input that were left out. */
public final class LeftOut {
  /** The name of the table that lists the rejected rows. */
  public static final String REJECTED = "rejected";

  private LeftOut() {}

  /** What a reader should know, if there are any. */
  public static Optional<String> warning(RejectedRows rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d bad rows of the input were left out; see to them in %s/%s, or say"
                    + " --on-bad-rows fail",
                rows.count(),
                REJECTED,
                rows.listed() < rows.count()
                    ? String.format(Locale.ROOT, ", which lists the first %,d", rows.listed())
                    : ""));
  }

  /** Lists them, if there are any. */
  public static void write(RejectedRows rows, ResultDirectory result) {
    if (!rows.isEmpty()) {
      result.writeLines(REJECTED, rows.rows());
    }
  }
}
