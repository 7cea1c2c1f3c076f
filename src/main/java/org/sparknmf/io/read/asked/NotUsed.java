package org.sparknmf.io.read.asked;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.sparknmf.io.read.text.LineText;

/** Says which parts of an input are no part of the matrix, in the same words for all formats. */
public final class NotUsed {
  /** Tables may have a hundred thousand columns. */
  private static final int MOST = 20;

  private NotUsed() {}

  /** What a description ends with, after a matrix is described; nothing if there are no names. */
  public static String words(List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String shown = names.stream().limit(MOST).map(NotUsed::plain).collect(joining(", "));
    int more = names.size() - MOST;
    return "; not used: " + shown + (more > 0 ? " and " + more + " more" : "");
  }

  /** A name as it is, where it is a word. */
  private static String plain(String name) {
    if (name.isEmpty()) {
      return "a column without a name";
    }
    return name.matches("[\\p{L}\\p{N}_.-]{1,40}") ? name : LineText.excerpt(name);
  }
}
