package org.sparknmf.io.read.delimited;

import java.util.List;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.linalg.EmptyCells;

/** What a delimited text is taken for, for tests that need no Spark. */
public final class Understood {
  private final TableHead head;
  private final InputSettings input;
  private final TableShape shape;

  private Understood(TableHead head, InputSettings input) {
    this.head = head;
    this.input = input;
    this.shape = TableShape.of(head, input);
  }

  /** A text of a file {@code f}; null if there is nothing in it. */
  public static Understood of(byte[] text, InputSettings input) {
    try (DriverLines lines = TestText.lines(text)) {
      TableHead head = TableHead.read(lines, input);
      return head == null ? null : new Understood(head, input);
    }
  }

  public static Understood of(String text, InputSettings input) {
    return of(TestText.bytes(text), input);
  }

  HeaderMode header() {
    return shape.header();
  }

  DenseLayout dense() {
    return DenseLayout.of(head, shape, input);
  }

  TripleColumns columns() {
    return TripleColumns.find(
        input.columns(), shape.names(), new TextLayoutGuess(head, shape).idle(), head.file());
  }

  /** Whether the text is taken for triples. */
  public boolean isTriples() {
    return layout().equals(InputFormat.TRIPLES);
  }

  private InputFormat layout() {
    return TextLayoutGuess.asked(input)
        .orElseGet(() -> new TextLayoutGuess(head, shape).layout(input.columns().id().isPresent()));
  }

  /** In a few words. */
  String words() {
    List<String> names = shape.names();
    if (isTriples()) {
      TripleColumns columns = columns();
      return "triples: %s%s"
          .formatted(columns.describe(names), columns.unused(names.subList(0, shape.width())));
    }
    if (layout().equals(InputFormat.TEXT)) {
      int text = new TextLayoutGuess(head, shape).texts().position(input.columns().text());
      return "documents: " + names.get(text);
    }
    DenseLayout dense = dense();
    return "dense: %s by %s%s"
        .formatted(
            dense.columnIds().map(ids -> String.join(" ", ids)).orElse(dense.width() + " values"),
            dense.id() < 0 ? "number" : "'" + dense.idName() + "'",
            dense.unused(shape));
  }

  /** Its lines as cells with ids that are strings. */
  public LineFormat triples() {
    return new TripleLines(
        head.lines(shape.header(), shape.names().size(), ""),
        columns(),
        new IdTypes(IdType.STRING, IdType.STRING),
        input.emptyCells());
  }

  /** Its lines as rows with ids that are strings. */
  public LineFormat rows() {
    DenseLayout layout = dense();
    return new DenseLines(
        head.lines(layout.header(), layout.fields(), layout.idName()),
        layout.id(),
        layout.leftOut(),
        IdType.STRING,
        EmptyCells.ZERO);
  }
}
