package org.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentTest {
  private final double[] hSums = {4, 20};

  @Test
  void areOrderedByWeight() {
    List<Component> components = Component.of(new double[] {10, 3}, hSums);
    assertThat(components)
        .containsExactly(new Component(1, 60, 0.6, 20), new Component(0, 40, 0.4, 4));
  }

  @Test
  void aDeadComponentHasNoWeight() {
    List<Component> components = Component.of(new double[] {0, 0}, new double[2]);
    assertThat(components).allMatch(c -> c.weight() == 0 && c.share() == 0);
  }
}
