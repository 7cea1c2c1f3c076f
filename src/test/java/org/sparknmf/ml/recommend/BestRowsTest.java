package org.sparknmf.ml.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BestRowsTest {

  @Test
  void keepsTheLargestAndBreaksTiesById() {
    BestRows one = new BestRows(3);
    one.add("d", 1);
    one.add("b", 2);
    one.add("c", 2);
    one.add("a", 2);
    one.add("e", 0.5);
    assertThat(one.ids()).containsExactly("a", "b", "c");
    assertThat(one.scores()).containsExactly(2, 2, 2);
  }

  @Test
  void listsMergeInAnyOrder() {
    BestRows left = new BestRows(2);
    left.add(7L, 1);
    left.add(3L, 4);
    BestRows right = new BestRows(2);
    right.add(1L, 1);
    BestRows both = new BestRows(2);
    both.addAll(left.ids(), left.scores());
    both.addAll(right.ids(), right.scores());
    BestRows turned = new BestRows(2);
    turned.addAll(right.ids(), right.scores());
    turned.addAll(left.ids(), left.scores());
    assertThat(both.ids()).containsExactly(3L, 1L).isEqualTo(turned.ids());
  }
}
