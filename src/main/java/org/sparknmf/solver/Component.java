package org.sparknmf.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sparknmf.linalg.TallFactor;

/**
 * One component of WH = sum of d_c u_c v_c', where the column u_c of W and the row v_c of H are
 * scaled to sum 1 each. The weight d_c is then the sum of all cells that the component explains.
 *
 * @param position its place in the arrays of W and H, from 0
 * @param weight d_c
 * @param share d_c in parts of the sum of all weights
 * @param columnSum sum of the unscaled row of H: divides its entries to give v_c
 */
public record Component(int position, double weight, double share, double columnSum) {

  /**
   * All components, the heaviest first; ties by position.
   *
   * @param wSums column sums of W, not modified
   * @param hSums column sums of H', not modified
   */
  public static List<Component> of(double[] wSums, double[] hSums) {
    int rank = wSums.length;
    double total = TallFactor.dot(wSums, hSums);
    List<Component> components = new ArrayList<>(rank);
    for (int c = 0; c < rank; c++) {
      double weight = wSums[c] * hSums[c];
      components.add(new Component(c, weight, total > 0 ? weight / total : 0, hSums[c]));
    }
    components.sort(Comparator.comparingDouble(Component::weight).reversed());
    return components;
  }
}
