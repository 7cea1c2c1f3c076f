package org.sparknmf.report.page;

import java.util.List;
import java.util.Objects;
import org.sparknmf.report.Figures;
import org.sparknmf.report.Pictures;
import org.sparknmf.solver.ComponentSummary;

/** Components as pictures, and some rows of X beside what the factors make of them. */
final class PictureSection implements Section {
  /** The file is to stay below 2 MB. */
  private static final int MOST_CHARACTERS = 900_000;

  @Override
  public boolean applies(ReportData data) {
    return data.pictures().isPresent();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    Pictures pictures = data.pictures().orElseThrow();
    int before = out.length();
    out.element("h3", "Components");
    out.hint("Each component has its own scale: black is its largest column.");
    out.open("div", "class", "pictures");
    int drawn = 0;
    for (List<Double> one : pictures.components()) {
      if (out.length() - before > MOST_CHARACTERS) {
        break;
      }
      drawn++;
      String share = share(data.components(), drawn);
      picture(out, pictures, one, "Component " + drawn, share, largest(one));
    }
    out.close();
    if (drawn < pictures.components().size()) {
      out.element(
          "p",
          "The heaviest components are shown; with the other %d the page would be too large."
              .formatted(pictures.components().size() - drawn));
    }
    data.figures().map(Figures::sample).ifPresent(sample -> sample(sample, pictures, out));
  }

  private static String share(List<ComponentSummary> components, int number) {
    return number <= components.size() ? Numbers.percent(components.get(number - 1).share()) : "";
  }

  private static void sample(List<Figures.SampleRow> sample, Pictures pictures, Markup out) {
    out.element("h3", "Rows and their reconstruction");
    out.hint("The first rows by id: left as given, right as W H, on the same scale.");
    out.open("div", "class", "pictures pairs");
    for (Figures.SampleRow row : sample) {
      if (row.original().size() != pictures.shape().pixels()) {
        continue;
      }
      double most = largest(row.original());
      String id = Visible.shortened(row.id());
      out.open("figure", "class", "picture pair");
      image(out, pictures, row.original(), "Row " + id + " as given", most);
      image(out, pictures, row.reconstruction(), "Row " + id + " as reconstructed", most);
      out.open("figcaption").text("Row ").id(row.id()).close().close();
    }
    out.close();
  }

  private static void picture(
      Markup out, Pictures pictures, List<Double> row, String name, String more, double most) {
    out.open("figure", "class", "picture");
    image(out, pictures, row, name, most);
    out.open("figcaption").text(name + " ").element("span", more, "class", "share").close();
    out.close();
  }

  private static void image(
      Markup out, Pictures pictures, List<Double> row, String alt, double most) {
    Pictures.Shape shape = pictures.shape();
    List<Double> pixels = pictures.pixels().stream().map(column -> row.get(column)).toList();
    out.open(
        "img",
        "alt",
        alt,
        "src",
        Png.uri(pixels, shape.height(), shape.width(), most),
        "width",
        shape.width(),
        "height",
        shape.height());
  }

  private static double largest(List<Double> row) {
    return row.stream().filter(Objects::nonNull).mapToDouble(x -> x).max().orElse(0);
  }
}
