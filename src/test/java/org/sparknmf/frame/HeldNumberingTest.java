package org.sparknmf.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class HeldNumberingTest {

  private static HeldNumbering of(Set<?> ids) {
    boolean areLongs = ids.iterator().next() instanceof Long;
    return HeldNumbering.of(null, areLongs ? DataTypes.LongType : DataTypes.StringType, ids);
  }

  /** In UTF-16, Java's own order, the face would come before the last but one. */
  @Test
  void stringsAreInTheOrderOfTheirUtf8Bytes() {
    HeldNumbering ids = of(Set.of("b", "\uD83D\uDE00", "", "\uFFFD", "B", "\u00E9", "a"));
    assertThat(ids.all()).isEqualTo(List.of("", "B", "a", "b", "\u00E9", "\uFFFD", "\uD83D\uDE00"));
    assertThat(ids.size()).isEqualTo(7);
  }

  @Test
  void integersAreInTheirOrder() {
    HeldNumbering ids = of(Set.of(10L, -3L, 9L));
    assertThat(ids.all()).isEqualTo(List.of(-3L, 9L, 10L));
    assertThat(ids.numbers()).isEqualTo(Map.of(-3L, 0, 9L, 1, 10L, 2));
    assertThat(ids.ids(List.of(2L, 0L))).isEqualTo(Map.of(0L, -3L, 2L, 10L));
  }
}
