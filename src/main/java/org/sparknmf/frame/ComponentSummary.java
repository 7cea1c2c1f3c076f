package org.sparknmf.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sparknmf.engine.inspect.TopEntries;
import org.sparknmf.solver.Component;

/**
 * What a person reads of a component.
 *
 * @param component its number, 1 for the heaviest
 * @param position its place in the arrays of W and H, from 0
 * @param weight the sum of all cells that it explains
 * @param share its weight in parts of the sum of all weights
 * @param columns its top columns, the largest first
 */
public record ComponentSummary(
    int component, int position, double weight, double share, List<TopColumn> columns) {

  /**
   * One column.
   *
   * @param id string or long
   * @param weight its part in the component; those of all columns sum to 1
   */
  public record TopColumn(Object id, double weight) {}

  /** Copies the list. */
  public ComponentSummary {
    columns = List.copyOf(columns);
  }

  /**
   * Summaries of components in the order given.
   *
   * @param components the heaviest first
   * @param top the largest entries of H' of each component, by position
   * @param columns gives the ids of H's columns
   */
  public static List<ComponentSummary> of(
      List<Component> components, List<List<TopEntries.Entry>> top, Numbering columns) {
    Map<Long, Object> ids =
        columns.ids(
            top.stream().flatMap(List::stream).map(TopEntries.Entry::row).distinct().toList());
    List<ComponentSummary> summaries = new ArrayList<>(components.size());
    for (Component one : components) {
      List<TopColumn> best = new ArrayList<>();
      for (TopEntries.Entry entry : top.get(one.position())) {
        best.add(new TopColumn(ids.get(entry.row()), entry.value() / one.columnSum()));
      }
      summaries.add(
          new ComponentSummary(
              summaries.size() + 1, one.position(), one.weight(), one.share(), best));
    }
    return summaries;
  }
}
