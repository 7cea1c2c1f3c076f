package io.github.sparknmf.app.report;

import io.github.sparknmf.frame.ComponentSummary;
import io.github.sparknmf.report.ComponentLine;
import java.util.List;

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
