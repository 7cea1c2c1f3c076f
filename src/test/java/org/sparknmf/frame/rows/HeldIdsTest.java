package org.sparknmf.frame.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class HeldIdsTest {
  @Test
  void integersAreLongsWhereTheModelHasLongs() {
    HeldIds held = HeldIds.of(DataTypes.LongType);
    assertThat(held.of("42")).isEqualTo(42L);
    assertThat(held.of("-7")).isEqualTo(-7L);
    assertThat(held.of(42L)).isEqualTo(42L);
    for (String word :
        new String[] {"guest", "007", "+1", "1.0", "-0", "", "9223372036854775808"}) {
      assertThat(held.of(word)).isEqualTo(word);
    }
  }

  @Test
  void everythingIsAStringWhereTheModelHasStrings() {
    HeldIds held = HeldIds.of(DataTypes.StringType);
    assertThat(held.of(42L)).isEqualTo("42");
    assertThat(held.of("007")).isEqualTo("007");
  }
}
