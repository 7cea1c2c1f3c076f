package org.sparknmf.solver;

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
}
