package org.sparknmf.io.read.delimited;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.NotUsed;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.text.LineText;

/**
 * How the lines of a dense text are made up.
 *
 * @param header YES or NO
 * @param fields fields on a line of data
 * @param id position of the row id, or -1 if rows are counted
 * @param idName its name in the header, or empty
 * @param leftOut positions of fields that are no values, the id aside
 * @param columnIds names of the values; empty without a header
 */
record DenseLayout(
    HeaderMode header,
    int fields,
    int id,
    String idName,
    BitSet leftOut,
    Optional<List<String>> columnIds) {

  static DenseLayout of(TableHead head, TableShape shape, InputSettings input) {
    List<String> names = shape.names();
    int id = idOf(head, shape, input);
    BitSet leftOut =
        input
            .text()
            .choice()
            .leftOut(
                names.subList(0, shape.width()),
                i -> shape.named() && head.facts(shape.header(), i).wholeNumbers(),
                head.file());
    leftOut.set(shape.width(), names.size());
    if (id >= 0) {
      leftOut.clear(id);
    }
    int[] values =
        IntStream.range(0, names.size()).filter(i -> i != id && !leftOut.get(i)).toArray();
    if (values.length == 0) {
      throw head.bad("there is an id but no value; dense rows need values: check --delimiter");
    }
    List<String> columnIds = IntStream.of(values).mapToObj(names::get).toList();
    if (shape.named()) {
      requireDistinct(head, columnIds);
    }
    return new DenseLayout(
        shape.header(),
        names.size(),
        id,
        shape.named() && id >= 0 && !shape.idUnnamed() ? names.get(id) : "",
        leftOut,
        shape.named() ? Optional.of(columnIds) : Optional.empty());
  }

  /** Number of values on a line. */
  int width() {
    return fields - leftOut.cardinality() - (id < 0 ? 0 : 1);
  }

  private static int idOf(TableHead head, TableShape shape, InputSettings input) {
    if (input.columns().id().isPresent()) {
      return TripleColumns.required(
          shape.names(), input.columns().id().get(), "--id-column", head.file());
    }
    if (shape.idUnnamed()) {
      return 0;
    }
    ColumnFacts first = head.facts(shape.header(), 0);
    boolean text = !first.numbers() && first.distinct() > 0;
    return text || (shape.named() && isIdName(shape.names().get(0), first)) ? 0 : -1;
  }

  /**
   * Whether a column of that name has ids: it says so, or what it names is different everywhere.
   */
  private static boolean isIdName(String name, ColumnFacts facts) {
    boolean thing =
        ColumnRoles.of(List.of(name))
            .roles()
            .get(0)
            .filter(Set.of(ColumnRole.ROW, ColumnRole.COLUMN, ColumnRole.INDEX)::contains)
            .isPresent();
    boolean tellsApart = facts.integers() && !facts.recurs();
    return name.isEmpty() || name.equalsIgnoreCase("id") || (thing && tellsApart);
  }

  private static void requireDistinct(TableHead head, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isEmpty() || !seen.add(name)) {
        throw head.bad(
            "%s; column names must differ: rename it, or use --header no if this line is data"
                .formatted(
                    name.isEmpty()
                        ? "a column name is empty"
                        : "two columns are called " + LineText.excerpt(name)));
      }
    }
  }

  /** The names of the columns that are left out, in words; empty if there are none. */
  String unused(TableShape shape) {
    return NotUsed.words(
        leftOut.stream().filter(i -> i < shape.width()).mapToObj(shape.names()::get).toList());
  }
}
