package org.sparknmf.report.page;

import java.util.List;

/** {@code report.html}: one file without scripts that asks for nothing from anywhere. */
public record ReportPage(ReportData data) {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private static final List<Part> PARTS =
      List.of(
          new Part("warnings", "Warnings", new WarningSection()),
          new Part("convergence", "Convergence", new ConvergenceSection()),
          new Part("components", "Components", new ComponentSection()),
          new Part("pictures", "Pictures", new PictureSection()),
          new Part("shares", "Shares and sparsity", new ShareSection()),
          new Part("similarity", "Similarity", new SimilarSection()),
          new Part("drift", "Drift", new DriftSection()),
          new Part("worst", "Worst explained", new WorstSection()),
          new Part("rank", "Choosing the rank", new SelectionSection()),
          new Part("time", "Time and traffic", new TimeSection()),
          new Part("data", "Data", new QualitySection()),
          new Part("settings", "Settings", new SettingSection()),
          new Part("again", "Reproduce this run", new VersionSection()));

  /**
   * A part of the page.
   *
   * @param name what links call it
   * @param title its heading
   */
  private record Part(String name, String title, Section content) {}

  /** The whole file. */
  public String html() {
    Markup out = new Markup();
    out.open("html", "lang", "en");
    head(out);
    out.open("body");
    out.element("a", "Skip to the content", "class", "skip", "href", "#content");
    Summary summary = new Summary(data);
    List<Part> parts = PARTS.stream().filter(part -> part.content().applies(data)).toList();
    out.open("header");
    summary.heading(out);
    out.open("nav", "aria-label", "Sections").open("ul");
    for (Part part : parts) {
      out.open("li").element("a", part.title(), "href", "#" + part.name()).close();
    }
    out.close().close().close();
    out.open("main", "id", "content", "tabindex", -1);
    summary.draw(out);
    for (Part part : parts) {
      String heading = part.name() + "-heading";
      out.open("section", "id", part.name(), "aria-labelledby", heading);
      out.element("h2", part.title(), "id", heading);
      part.content().draw(data, out);
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
