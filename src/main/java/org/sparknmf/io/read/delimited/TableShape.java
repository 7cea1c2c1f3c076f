package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputSettings;

/**
 * The columns of delimited text.
 *
 * @param header YES or NO
 * @param names one for each field of a line of data: those of the first line, or 1, 2, 3, ...
 * @param idUnnamed whether the first column has ids and no name, as R writes it
 * @param trailing whether every line ends with a delimiter, so that the last column is none
 */
record TableShape(HeaderMode header, List<String> names, boolean idUnnamed, boolean trailing) {

  /** Of the text with this head. */
  static TableShape of(TableHead head, InputSettings input) {
    HeaderMode header = HeaderGuess.of(head, input);
    if (header == HeaderMode.NO) {
      int fields = head.first().size();
      boolean trailing = fields > 1 && head.facts(header, fields - 1).empty() && hasSeveral(head);
      return new TableShape(header, TableHead.numbered(fields), false, trailing);
    }
    boolean isShort = head.firstData(header).size() == head.first().size() + 1;
    int fields = head.first().size() + (isShort ? 1 : 0);
    boolean trailing =
        fields > 1
            && head.facts(header, fields - 1).empty()
            && (isShort || head.first().get(fields - 1).isEmpty());
    return isShort
        ? new TableShape(header, lengthened(head.first(), trailing), !trailing, trailing)
        : new TableShape(header, head.first(), false, trailing);
  }

  /** One line with nothing at its end may lack a value. */
  private static boolean hasSeveral(TableHead head) {
    return !head.rows().isEmpty();
  }

  private static List<String> lengthened(List<String> names, boolean atEnd) {
    List<String> all = new ArrayList<>(names);
    all.add(atEnd ? names.size() : 0, "");
    return List.copyOf(all);
  }

  /** What the lines of a head show of each column. */
  List<ColumnFacts> facts(TableHead head) {
    return IntStream.range(0, width()).mapToObj(i -> head.facts(header, i)).toList();
  }

  /** How many columns there are, the one behind the last delimiter aside. */
  int width() {
    return trailing ? names.size() - 1 : names.size();
  }

  /** Whether the first line has names. */
  boolean named() {
    return header == HeaderMode.YES;
  }
}
