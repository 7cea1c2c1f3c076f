package org.sparknmf.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.Factor;

class StabilityTest {

  /** H' (n x k) of components, each given as a row of H. */
  private static Factor ht(double[]... components) {
    int columns = components[0].length;
    double[] entries = new double[columns * components.length];
    for (int c = 0; c < components.length; c++) {
      for (int j = 0; j < columns; j++) {
        entries[j * components.length + c] = components[c][j];
      }
    }
    return DoubleFactor.of(entries, components.length);
  }

  @Test
  void theSameComponentsInAnotherOrderAndScaleAreOfOneKind() {
    double[] a = {1, 0, 2};
    double[] b = {0, 3, 1};
    double[] c = {5, 5, 0};
    double[] longer = {0, 30, 10};
    Stability stability = new Stability(List.of(ht(a, b, c), ht(c, a, longer), ht(b, c, a)));
    for (double silhouette : stability.silhouettes()) {
      assertThat(silhouette).isCloseTo(1, within(1e-12));
    }
    assertThat(stability.kind(1, 0)).isEqualTo(stability.kind(0, 2));
    assertThat(stability.kind(1, 2)).isEqualTo(stability.kind(0, 1));
    assertThat(stability.kind(2, 2)).isEqualTo(stability.kind(0, 0));
  }

  /**
   * By hand, in the plane: restarts (0, 90 degrees) and (60, 90). The kinds are {0, 60} and {90,
   * 90}. For 0: own distance 1 - cos 60 = 1/2, to the other kind 1: silhouette 1/2. For 60: own
   * 1/2, other 1 - cos 30 = 0.134: (0.134 - 0.5) / 0.5 = -0.732. For each 90: own 0: silhouette 1.
   */
  @Test
  void silhouettesAreThoseOfTheDefinition() {
    double[] zero = {1, 0};
    double[] sixty = {0.5, Math.sqrt(0.75)};
    double[] ninety = {0, 1};
    double[] silhouettes =
        new Stability(List.of(ht(zero, ninety), ht(sixty, ninety))).silhouettes();
    double ofSixty = (1 - Math.sqrt(0.75) - 0.5) / 0.5;
    Arrays.sort(silhouettes);
    assertThat(silhouettes[0]).isCloseTo((0.5 + ofSixty) / 2, within(1e-12));
    assertThat(silhouettes[1]).isCloseTo(1, within(1e-12));
  }

  /** A component that is zero has no direction; it must not break the others. */
  @Test
  void aDeadComponentIsFarFromAll() {
    double[] a = {1, 0};
    double[] dead = {0, 0};
    double[] silhouettes = new Stability(List.of(ht(a, dead), ht(dead, a))).silhouettes();
    Arrays.sort(silhouettes);
    assertThat(silhouettes[1]).isCloseTo(1, within(1e-12));
    assertThat(silhouettes[0]).isCloseTo(0, within(1e-12));
  }
}
