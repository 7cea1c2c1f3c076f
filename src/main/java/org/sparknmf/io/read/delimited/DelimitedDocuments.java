package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.NotUsed;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.documents.Documents;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.lines.TextRows;

/** Reads documents from a column of delimited text. */
final class DelimitedDocuments {
  private final TableHead head;
  private final TableShape shape;
  private final InputSettings input;
  private final int text;
  private final int id;

  private DelimitedDocuments(
      TableHead head, TableShape shape, InputSettings input, TextColumn texts) {
    this.head = head;
    this.shape = shape;
    this.input = input;
    this.text = texts.position(input.columns().text());
    this.id = id(texts);
  }

  static Documents read(
      SparkSession spark,
      InputFiles files,
      InputSettings input,
      TableHead head,
      TableShape shape,
      TextColumn texts) {
    input.text().choice().refuseFor("documents");
    return new DelimitedDocuments(head, shape, input, texts).read(spark, files);
  }

  /** The column that is asked for; else {@code id}; else one that tells every line apart. */
  private int id(TextColumn texts) {
    List<String> names = shape.names();
    if (input.columns().id().isPresent()) {
      return TripleColumns.required(names, input.columns().id().get(), "--id-column", head.file());
    }
    int named = TripleColumns.position(names, "id");
    if (named >= 0 || !shape.named()) {
      return named;
    }
    ColumnRoles roles = ColumnRoles.of(names.subList(0, shape.width()));
    List<Integer> telling =
        IntStream.range(0, shape.width())
            .filter(i -> i != text && (isId(roles, i) || ColumnRoles.isCalledId(names.get(i))))
            .filter(i -> texts.facts(i).tellsApart())
            .boxed()
            .toList();
    return telling.size() == 1 ? telling.get(0) : -1;
  }

  private static boolean isId(ColumnRoles roles, int column) {
    return roles.positions(ColumnRole.ROW).contains(column)
        || roles.positions(ColumnRole.INDEX).contains(column);
  }

  private Documents read(SparkSession spark, InputFiles files) {
    String idName = shape.named() && id >= 0 ? shape.names().get(id) : "";
    TableLines table = head.lines(shape.header(), shape.names().size(), idName);
    LineScan scan = LineScan.of(spark, files, input.badRows());
    IdType ids = id < 0 ? IdType.LONG : ids(scan, table);
    DocumentLines lines = new DocumentLines(table, id, text, ids);
    TextRows rows = scan.read(lines, head.start());
    return new Documents(
        rows.rows(),
        ids,
        id < 0 ? new Axis.Counted(rows.counted(), 1) : new Axis.FromData(),
        files.shownRoots().get(0),
        rows.notes(describe(), files.shown()));
  }

  private IdType ids(LineScan scan, TableLines table) {
    return IdProbe.types(
            scan,
            table,
            List.of(input.text().ids().rows()),
            head.firstData(shape.header()),
            List.of(id),
            new DocumentLines(table, id, text, IdType.STRING))
        .get(0);
  }

  private String describe() {
    List<String> others = new ArrayList<>(shape.names().subList(0, shape.width()));
    IntStream.of(Math.max(id, text), Math.min(id, text))
        .filter(i -> i >= 0)
        .forEach(others::remove);
    return "documents from %s; text: %s, id: %s%s"
        .formatted(
            head.describe(shape.header()),
            shape.names().get(text),
            id < 0 ? "none" : shape.names().get(id),
            NotUsed.words(others));
  }
}
