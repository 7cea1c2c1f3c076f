package org.sparknmf.report.page;

/** A part of the page with a heading of its own. */
abstract class Section {
  private final String name;
  private final String title;

  /**
   * A part.
   *
   * @param name what links call it
   * @param title its heading
   */
  Section(String name, String title) {
    this.name = name;
    this.title = title;
  }

  final String name() {
    return name;
  }

  final String title() {
    return title;
  }

  /** Whether there is anything to draw. */
  abstract boolean applies(ReportData data);

  /** Draws what is below the heading. */
  abstract void draw(ReportData data, Markup out);
}
