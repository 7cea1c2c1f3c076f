package org.sparknmf.app.run;

import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.text.Json;

/** What a file of a published result says, as a record. */
public final class StoredText {
  private StoredText() {}

  /**
   * Reads the record.
   *
   * @param file where the text is from
   * @throws InputUnreadableException if it is something else
   */
  public static <T> T read(String file, String json, Class<T> type) {
    try {
      return Json.read(json, type);
    } catch (IllegalArgumentException e) {
      throw damaged(file, e.getMessage(), e);
    }
  }

  /** The complaint about a file that does not hold what it should. */
  public static InputUnreadableException damaged(String file, String why, Throwable cause) {
    return new InputUnreadableException(
        file + " is damaged: " + why + "; run fit again, or restore the directory", cause);
  }
}
