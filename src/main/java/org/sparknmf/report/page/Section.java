package org.sparknmf.report.page;

/** A part of the page with a heading of its own. */
interface Section {

  /** Names it in links. */
  String name();

  /** Its heading. */
  String title();

  /** Whether there is anything to draw. */
  boolean applies(ReportData data);

  /** Draws what is below the heading. */
  void draw(ReportData data, Markup out);
}
