package org.sparknmf.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A table in a box of its own that scrolls where there is no room.
 *
 * @param <R> what a row is about
 */
final class Table<R> {
  private final String caption;
  private final List<Column<R>> columns = new ArrayList<>();

  /** A table that shows what its caption says, without columns yet. */
  Table(String caption) {
    this.caption = caption;
  }

  private record Column<R>(String head, String kind, BiConsumer<R, Markup> cell) {}

  /** A column of anything. */
  Table<R> column(String head, BiConsumer<R, Markup> cell) {
    columns.add(new Column<>(head, "word", cell));
    return this;
  }

  /** A column of texts that name the rows. */
  Table<R> name(String head, Function<R, ?> text) {
    return column(head, (row, out) -> out.element("th", text.apply(row), "scope", "row"));
  }

  /** A column of ids that name the rows. */
  Table<R> id(String head, Function<R, ?> id) {
    return column(head, (row, out) -> out.open("th", "scope", "row").id(id.apply(row)).close());
  }

  /** A column of numbers, as people read them. */
  Table<R> number(String head, Function<R, String> text) {
    columns.add(
        new Column<>(
            head, "number", (row, out) -> out.element("td", text.apply(row), "class", "number")));
    return this;
  }

  /** A column of shares with their bars. */
  Table<R> bar(String head, ToDoubleFunction<R> part, Function<R, String> text) {
    return column(head, (row, out) -> bar(out, part.applyAsDouble(row), text.apply(row)));
  }

  /** A column of texts. */
  Table<R> text(String head, Function<R, ?> text) {
    return column(head, (row, out) -> out.element("td", text.apply(row)));
  }

  /** A column of some ids, one after the other. */
  Table<R> ids(String head, Function<R, List<?>> ids) {
    return column(head, (row, out) -> ids(out, ids.apply(row)));
  }

  /** A share with its bar. */
  static void bar(Markup out, double part, String text) {
    out.open("td", "class", "barred");
    Bars.one(out, part);
    out.element("span", text, "class", "number").close();
  }

  private static void ids(Markup out, List<?> ids) {
    out.open("td", "class", "ids");
    for (int i = 0; i < ids.size(); i++) {
      out.text(i == 0 ? "" : " ").id(ids.get(i));
    }
    out.close();
  }

  /** Draws it with a row for each of these. */
  void draw(Markup out, Iterable<R> rows) {
    out.open("div", "class", "scroll", "role", "region", "tabindex", 0, "aria-label", caption);
    out.open("table").element("caption", caption).open("thead").open("tr");
    for (Column<R> column : columns) {
      out.element("th", column.head(), "scope", "col", "class", column.kind());
    }
    out.close().close().open("tbody");
    for (R row : rows) {
      out.open("tr");
      columns.forEach(column -> column.cell().accept(row, out));
      out.close();
    }
    out.close().close().close();
  }
}
