package org.sparknmf.report.page;

import java.util.List;

/** A table in a box of its own that scrolls where there is no room. */
record Table(Markup out) {

  /** What goes into a cell. */
  @FunctionalInterface
  interface Cell {
    void draw(Markup out);
  }

  /**
   * Begins a table.
   *
   * @param caption what it shows
   * @param heads of the columns; one that begins with {@code #} is a column of numbers
   */
  static Table begin(Markup out, String caption, String... heads) {
    out.open("div", "class", "scroll", "role", "region", "tabindex", 0, "aria-label", caption);
    out.open("table").element("caption", caption).open("thead").open("tr");
    for (String head : heads) {
      boolean number = head.startsWith("#");
      String text = number ? head.substring(1) : head;
      out.element("th", text, "scope", "col", "class", number ? "number" : "word");
    }
    out.close().close().open("tbody");
    return new Table(out);
  }

  /** A row of cells; the first names the row. */
  void row(Cell... cells) {
    out.open("tr");
    for (Cell cell : cells) {
      cell.draw(out);
    }
    out.close();
  }

  /** Ends it. */
  void end() {
    out.close().close().close();
  }

  /** A cell that names its row. */
  static Cell head(Object text) {
    return out -> out.element("th", text, "scope", "row");
  }

  /** An id that names its row. */
  static Cell headId(Object id) {
    return out -> out.open("th", "scope", "row").id(id).close();
  }

  /** A number, as people read it. */
  static Cell number(String text) {
    return out -> out.element("td", text, "class", "number");
  }

  /** A share with its bar. */
  static Cell bar(double part, String text) {
    return out -> {
      out.open("td", "class", "barred");
      Bars.one(out, part);
      out.element("span", text, "class", "number").close();
    };
  }

  static Cell text(Object text) {
    return out -> out.element("td", text);
  }

  /** Some ids, one after the other. */
  static Cell ids(List<?> ids) {
    return out -> {
      out.open("td", "class", "ids");
      for (int i = 0; i < ids.size(); i++) {
        out.text(i == 0 ? "" : " ").id(ids.get(i));
      }
      out.close();
    };
  }
}
