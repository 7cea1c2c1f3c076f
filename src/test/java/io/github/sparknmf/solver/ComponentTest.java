package io.github.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentTest {
  /** H' of three columns at rank 2. */
  private final double[] ht = {1, 0, 3, 5, 0, 15};

  @Test
  void areOrderedByWeight() {
    List<Component> components = Component.of(new double[] {10, 3}, ht);
    assertThat(components)
        .containsExactly(new Component(1, 60, 0.6, 20), new Component(0, 40, 0.4, 4));
  }

  @Test
  void listTheirLargestColumnsWithoutZeros() {
    List<Component> components = Component.of(new double[] {10, 3}, ht);
    assertThat(components.get(0).topColumns(ht, 2, 1)).containsExactly(2);
    assertThat(components.get(0).topColumns(ht, 2, 9)).containsExactly(2, 1);
    assertThat(components.get(1).topColumns(ht, 2, 9)).containsExactly(1, 0);
  }

  @Test
  void tiesGoByColumn() {
    Component only = Component.of(new double[] {1}, new double[] {2, 7, 7, 2}).get(0);
    assertThat(only.topColumns(new double[] {2, 7, 7, 2}, 1, 3)).containsExactly(1, 2, 0);
  }

  @Test
  void aDeadComponentHasNoWeight() {
    List<Component> components = Component.of(new double[] {0, 0}, new double[4]);
    assertThat(components).allMatch(c -> c.weight() == 0 && c.share() == 0);
  }
}
