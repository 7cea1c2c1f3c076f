package org.sparknmf.report.page;

/** What a part of the page shows below its heading. */
interface Section {

  /** Whether there is anything to draw. */
  boolean applies(ReportData data);

  /** Draws it. */
  void draw(ReportData data, Markup out);
}
