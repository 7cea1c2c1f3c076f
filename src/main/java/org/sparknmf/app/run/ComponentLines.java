package org.sparknmf.app.run;

import java.util.List;
import org.sparknmf.frame.ComponentSummary;
import org.sparknmf.report.ComponentLine;

/** Components as the report takes them. */
public final class ComponentLines {
  private ComponentLines() {}

  /** One line each. */
  public static List<ComponentLine> of(List<ComponentSummary> components) {
    return components.stream()
        .map(
            one ->
                new ComponentLine(
                    one.component(),
                    one.position(),
                    one.weight(),
                    one.share(),
                    one.columns().stream()
                        .map(c -> new ComponentLine.TopColumn(c.id(), c.weight()))
                        .toList()))
        .toList();
  }
}
