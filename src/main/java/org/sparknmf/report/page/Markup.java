package org.sparknmf.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes HTML and SVG. Whatever goes in as a text or as the value of an attribute comes out as
 * that: there is no way to put markup into it.
 */
final class Markup {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]*");
  private static final Set<String> VOID = Set.of("meta", "img", "rect", "path", "line", "circle");

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element; one that has no content ends at once.
   *
   * @param attributes names and values by turns
   */
  Markup open(String tag, Object... attributes) {
    require(tag);
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i].toString();
      require(name);
      out.append(' ').append(name).append("=\"");
      escape(written(attributes[i + 1]));
      out.append('"');
    }
    if (VOID.contains(tag)) {
      out.append("/>");
    } else {
      out.append('>');
      open.push(tag);
    }
    return this;
  }

  /** A whole element with a text in it. */
  Markup element(String tag, Object text, Object... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /**
   * Begins a figure and a drawing in it, which screen readers know by title and description.
   *
   * @param look of the figure
   * @param name names it within the page
   * @param height of the drawing, which is 400 wide
   */
  void drawing(String look, String name, String title, String description, int height) {
    open("figure", "class", look).element("figcaption", title);
    String labels = name + "-t " + name + "-d";
    open("svg", "role", "img", "viewBox", "0 0 400 " + height, "aria-labelledby", labels);
    element("title", title, "id", name + "-t").element("desc", description, "id", name + "-d");
  }

  /** A remark below a heading. */
  void hint(String text) {
    element("p", text, "class", "hint");
  }

  /** A name and its value in a list of such. */
  void fact(String name, String value) {
    open("div").element("dt", name).element("dd", value).close();
  }

  /**
   * An id that anybody may have made up: shortened, visible, and in its own direction of writing.
   */
  Markup id(Object id) {
    return element("bdi", Visible.shortened(id));
  }

  /** A text. */
  Markup text(Object text) {
    escape(Visible.of(text));
    return this;
  }

  /** Ends the innermost element. */
  Markup close() {
    out.append("</").append(open.peek()).append('>');
    boolean isBlock = !Set.of("b", "bdi", "span", "a", "td", "th", "text").contains(open.pop());
    if (isBlock) {
      out.append('\n');
    }
    return this;
  }

  /** The page's own style sheet, which is no data of anybody's. */
  Markup style(PageStyle style) {
    out.append("<style>").append(style.css()).append("</style>\n");
    return this;
  }

  /** The whole document. */
  String document() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements are open: " + open);
    }
    return "<!DOCTYPE html>\n" + out;
  }

  /** How much there is so far. */
  int length() {
    return out.length();
  }

  private static void require(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of a tag or an attribute: " + name);
    }
  }

  /** Numbers of drawings: two decimals are less than a pixel. */
  private static String written(Object value) {
    if (value instanceof Double number) {
      String text = String.format(Locale.ROOT, "%.2f", number);
      return text.replaceAll("\\.?0+$", "");
    }
    return Visible.of(value);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
