package org.sparknmf.io.read.delimited;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.text.LineText;

/** Finds the column of a delimited text whose fields are documents: those have many words. */
record TextColumn(TableHead head, TableShape shape, List<ColumnFacts> facts) {
  private static final String NAME = "text";

  /** Whether the lines are documents: there is a text, and no other two columns are of cells. */
  boolean isThere(ColumnRoles roles) {
    List<Integer> texts = texts();
    return !texts.isEmpty() && !(has(roles, ColumnRole.ROW) && has(roles, ColumnRole.COLUMN));
  }

  private boolean has(ColumnRoles roles, ColumnRole role) {
    return roles.positions(role).stream().anyMatch(i -> !facts.get(i).texts());
  }

  /**
   * The position of the column: as asked for by name; else {@code text}; else the only one with
   * texts.
   *
   * @throws org.sparknmf.solver.InvalidMatrixException if there are several, or none
   */
  int position(Optional<String> asked) {
    List<String> names = shape.names();
    if (asked.isPresent()) {
      return TripleColumns.required(names, asked.get(), "--text-column", head.file());
    }
    List<Integer> texts = texts();
    if (texts.size() == 1) {
      return texts.get(0);
    }
    String found = texts.stream().map(i -> LineText.excerpt(names.get(i))).collect(joining(", "));
    throw head.bad(
        texts.isEmpty()
            ? "no column 'text' and none with many words among %s; name the text by --text-column"
                .formatted(TripleColumns.listed(names))
            : "columns %s have texts, and a document is one: name it by --text-column"
                .formatted(found));
  }

  private List<Integer> texts() {
    int named = shape.named() ? TripleColumns.position(shape.names(), NAME) : -1;
    if (named >= 0 && named < shape.width()) {
      ColumnFacts of = facts.get(named);
      if (of.ids() && !of.numbers()) {
        return List.of(named);
      }
    }
    return IntStream.range(0, shape.width()).filter(i -> facts.get(i).texts()).boxed().toList();
  }

  /** What the lines show of a column. */
  ColumnFacts facts(int column) {
    return facts.get(column);
  }
}
