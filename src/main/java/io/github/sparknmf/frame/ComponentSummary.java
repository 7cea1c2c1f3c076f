package io.github.sparknmf.frame;

import io.github.sparknmf.solver.Component;
import java.util.ArrayList;
import java.util.List;

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
   * @param ht H' (n x k), not modified
   * @param ids ids of the rows of H'
   * @param top how many columns to list of each
   */
  public static List<ComponentSummary> of(
      List<Component> components, double[] ht, List<Object> ids, int top) {
    int rank = components.size();
    List<ComponentSummary> summaries = new ArrayList<>(rank);
    for (Component one : components) {
      List<TopColumn> columns = new ArrayList<>();
      for (int j : one.topColumns(ht, rank, top)) {
        columns.add(new TopColumn(ids.get(j), ht[j * rank + one.position()] / one.columnSum()));
      }
      summaries.add(
          new ComponentSummary(
              summaries.size() + 1, one.position(), one.weight(), one.share(), columns));
    }
    return summaries;
  }
}
