package org.sparknmf.report.page;

import java.util.List;

/** {@code report.html}: one file without scripts that asks for nothing from anywhere. */
public record ReportPage(ReportData data) {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private static final List<Section> SECTIONS =
      List.of(
          new WarningSection(),
          new ConvergenceSection(),
          new ComponentSection(),
          new PictureSection(),
          new ShareSection(),
          new SimilarSection(),
          new DriftSection(),
          new WorstSection(),
          new SelectionSection(),
          new TimeSection(),
          new QualitySection(),
          new SettingSection(),
          new VersionSection());

  /** The whole file. */
  public String html() {
    Markup out = new Markup();
    out.open("html", "lang", "en");
    head(out);
    out.open("body");
    out.element("a", "Skip to the content", "class", "skip", "href", "#content");
    Summary summary = new Summary(data);
    List<Section> sections = SECTIONS.stream().filter(one -> one.applies(data)).toList();
    out.open("header");
    summary.heading(out);
    out.open("nav", "aria-label", "Sections").open("ul");
    for (Section section : sections) {
      out.open("li").element("a", section.title(), "href", "#" + section.name()).close();
    }
    out.close().close().close();
    out.open("main", "id", "content", "tabindex", -1);
    summary.draw(out);
    for (Section section : sections) {
      String heading = section.name() + "-heading";
      out.open("section", "id", section.name(), "aria-labelledby", heading);
      out.element("h2", section.title(), "id", heading);
      section.draw(data, out);
      out.close();
    }
    out.close();
    footer(out);
    return out.close().close().document();
  }

  private void head(Markup out) {
    out.open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .open("meta", "name", "color-scheme", "content", "light dark")
        .open("meta", "name", "referrer", "content", "no-referrer")
        .element("title", new Summary(data).title())
        .style(PageStyle.load())
        .close();
  }

  private void footer(Markup out) {
    out.open("footer");
    out.open("p").text("Run ").id(data.run().runId()).text(", ended " + data.run().ended() + ". ");
    out.text("Drawn by spark-nmf from manifest.json and the files beside it.").close();
    if (data.manifest().fit().isPresent() && data.figures().isEmpty()) {
      out.element(
          "p",
          "This result has no figures.json, because an older version wrote it. Shares over rows,"
              + " sparsity, similarity, worst rows and columns and the origins of settings are left"
              + " out; run fit again to add them.");
    }
    out.close();
  }
}
