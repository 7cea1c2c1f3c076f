package org.sparknmf.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.Cosines;

class CommonComponentsTest {

  /** Directions in the plane, by their angle in degrees; those of the first fit first. */
  private static Cosines directions(double... degrees) {
    double[] gram = new double[degrees.length * degrees.length];
    for (int i = 0; i < degrees.length; i++) {
      for (int j = 0; j < degrees.length; j++) {
        double lengths = (i + 1.0) * (j + 1.0);
        gram[i * degrees.length + j] = lengths * Math.cos(Math.toRadians(degrees[i] - degrees[j]));
      }
    }
    return new Cosines(gram, degrees.length);
  }

  @Test
  void theSameComponentsInAnyOrderAndScaleBelongTogether() {
    CommonComponents common = new CommonComponents(directions(0, 90, 90, 0, 0, 90), 2, 0.5);
    assertThat(common.leftOut()).isZero();
    assertThat(common.members()).containsExactlyInAnyOrder(List.of(0, 3, 4), List.of(1, 2, 5));
    assertThat(common.silhouette()).isCloseTo(1, within(1e-7));
  }

  /**
   * Four fits have 0 and 90 degrees, a fifth has 0 and 45: the nearest neighbour of 45 degrees is 2
   * sin(22.5 degrees) = 0.765 away, those of the others are where they are themselves.
   */
  @Test
  void whatNoOtherFitHasIsLeftOut() {
    Cosines cosines = directions(0, 90, 90, 0, 0, 90, 90, 0, 45, 0);
    CommonComponents common = new CommonComponents(cosines, 2, 0.5);
    assertThat(common.leftOut()).isEqualTo(1);
    assertThat(common.members())
        .containsExactlyInAnyOrder(List.of(0, 3, 4, 7, 9), List.of(1, 2, 5, 6));
    assertThat(new CommonComponents(cosines, 2, 0.76).leftOut()).isEqualTo(1);
    assertThat(new CommonComponents(cosines, 2, 0.77).leftOut()).isZero();
  }

  /**
   * By hand: clusters {0, 10} and {90, 90} degrees. For 0 the own distance is 2 sin 5, the other 2
   * sin 45; for 10 they are 2 sin 5 and 2 sin 40; for 90 the own distance is 0.
   */
  @Test
  void theSilhouetteIsThatOfTheDefinition() {
    CommonComponents common = new CommonComponents(directions(0, 90, 10, 90), 2, 0.5);
    double own = chord(10);
    double expected = ((chord(90) - own) / chord(90) + (chord(80) - own) / chord(80) + 2) / 4;
    assertThat(common.silhouette()).isCloseTo(expected, within(1e-7));
  }

  private static double chord(double degrees) {
    return 2 * Math.sin(Math.toRadians(degrees / 2));
  }

  @Test
  void fitsWithTooLittleInCommonHaveNone() {
    CommonComponents common = new CommonComponents(directions(0, 30, 60, 90), 2, 0.1);
    assertThat(common.isEnough()).isFalse();
    assertThat(common.leftOut()).isEqualTo(4);
  }

  @Test
  void deadComponentsAreLeftOut() {
    double[] gram = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4};
    CommonComponents common = new CommonComponents(new Cosines(gram, 4), 2, 2);
    assertThat(common.leftOut()).isEqualTo(2);
    assertThat(common.members()).containsExactlyInAnyOrder(List.of(0), List.of(3));
  }

  /** All start in one cluster of the first fit, whose components are the same: none stays empty. */
  @Test
  void noClusterIsEmpty() {
    CommonComponents common = new CommonComponents(directions(0, 0, 0, 0, 90, 90), 2, 2);
    assertThat(common.members()).containsExactlyInAnyOrder(List.of(0, 1, 2, 3), List.of(4, 5));
  }
}
