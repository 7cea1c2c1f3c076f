package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.io.read.text.Numerals;
import org.sparknmf.linalg.EmptyCells;

/**
 * How the lines of a dense text are made up.
 *
 * @param header YES or NO
 * @param fields fields on a line of data
 * @param id position of the row id, or -1 if rows are counted
 * @param idName its name in the header, or empty
 * @param columnIds names of the other fields; empty without a header
 */
public record DenseLayout(
    HeaderMode header, int fields, int id, String idName, Optional<List<String>> columnIds) {

  public static DenseLayout of(TableHead head, InputSettings input) {
    HeaderMode header = header(head, input);
    List<String> data = head.firstData(header);
    List<String> names = head.names(header);
    boolean named = header == HeaderMode.YES;
    // The habit of R: no name above the ids.
    boolean idUnnamed = named && data.size() == names.size() + 1;
    int id = idUnnamed ? 0 : idOf(head, input, header, data);
    int fields = idUnnamed ? data.size() : names.size();
    if (fields == (id < 0 ? 0 : 1)) {
      throw head.bad("there is an id but no value; dense rows need values: check --delimiter");
    }
    return new DenseLayout(
        header,
        fields,
        id,
        named && id >= 0 && !idUnnamed ? names.get(id) : "",
        named ? Optional.of(columnIds(head, names, idUnnamed ? -1 : id)) : Optional.empty());
  }

  /** Number of values on a line. */
  public int width() {
    return id < 0 ? fields : fields - 1;
  }

  private static HeaderMode header(TableHead head, InputSettings input) {
    if (input.text().header() != HeaderMode.AUTO) {
      return input.text().header();
    }
    List<String> first = head.first();
    boolean named =
        isIdName(first.get(0))
            || first.stream().skip(1).anyMatch(field -> isText(field, input))
            || (first.size() == 1 && isText(first.get(0), input))
            || input.columns().id().filter(first::contains).isPresent();
    return named ? HeaderMode.YES : HeaderMode.NO;
  }

  private static int idOf(
      TableHead head, InputSettings input, HeaderMode header, List<String> data) {
    if (input.columns().id().isPresent()) {
      return TripleColumns.required(
          head.names(header), input.columns().id().get(), "--id-column", head.file());
    }
    boolean byName = header == HeaderMode.YES && isIdName(head.first().get(0));
    return byName || isText(data.get(0), input) ? 0 : -1;
  }

  private static boolean isIdName(String name) {
    return name.isEmpty() || name.equalsIgnoreCase("id");
  }

  private static boolean isText(String field, InputSettings input) {
    boolean unknown = input.emptyCells() == EmptyCells.MISSING && Numerals.isUnknown(field);
    return !field.isEmpty() && !unknown && !Numerals.isNumber(field);
  }

  private static List<String> columnIds(TableHead head, List<String> names, int id) {
    List<String> ids = new ArrayList<>(names);
    if (id >= 0) {
      ids.remove(id);
    }
    Set<String> seen = new HashSet<>();
    for (String name : ids) {
      if (name.isEmpty() || !seen.add(name)) {
        throw head.bad(
            "%s; column names must differ: rename it, or use --header no if this line is data"
                .formatted(
                    name.isEmpty()
                        ? "a column name is empty"
                        : "two columns are called " + LineText.excerpt(name)));
      }
    }
    return ids;
  }
}
