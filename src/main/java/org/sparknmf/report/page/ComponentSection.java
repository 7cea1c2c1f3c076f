package org.sparknmf.report.page;

import java.util.List;
import org.sparknmf.solver.ComponentSummary;

/** What each component consists of. */
final class ComponentSection implements Section {
  private static final int MOST_COMPONENTS = 100;
  private static final int MOST_COLUMNS = 10;

  @Override
  public boolean applies(ReportData data) {
    return !data.components().isEmpty();
  }

  @Override
  public void draw(ReportData data, Markup out) {
    List<ComponentSummary> all = data.components();
    out.hint(
        "The heaviest component comes first. A bar is the share of a column in its component; all columns of a"
            + " component sum to 100 %.");
    out.open("div", "class", "cards");
    for (ComponentSummary one : all.subList(0, Math.min(MOST_COMPONENTS, all.size()))) {
      card(one, out);
    }
    out.close();
    if (all.size() > MOST_COMPONENTS) {
      out.element(
          "p",
          "%d lighter components are not shown; components/ has them."
              .formatted(all.size() - MOST_COMPONENTS));
    }
  }

  private static void card(ComponentSummary one, Markup out) {
    out.open("article", "class", "card");
    out.open("h3").text("Component " + one.component() + " ");
    out.element("span", Numbers.percent(one.share()), "class", "share").close();
    if (one.columns().isEmpty()) {
      out.hint("This component is dead: no column belongs to it.");
    } else {
      List<ComponentSummary.TopColumn> top =
          one.columns().subList(0, Math.min(MOST_COLUMNS, one.columns().size()));
      Bars.draw(
          out,
          "Top columns of component " + one.component(),
          top.stream()
              .map(c -> new Bars.Bar(c.id(), c.weight(), Numbers.percent(c.weight())))
              .toList());
    }
    out.close();
  }
}
