package org.sparknmf.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Against orders made by hand. */
class SortedRowsTest {
  private static final StructType SCHEMA =
      new StructType()
          .add("value", DataTypes.DoubleType)
          .add("word", DataTypes.StringType)
          .add("number", DataTypes.LongType);

  /** In UTF-8 a sign beyond the basic plane is above all others; in Java's UTF-16 it is not. */
  @Test
  void wordsGoByBytesThenNumbersByValueAndNullsComeFirst() {
    String beyond = new String(Character.toChars(0x1F600));
    List<Row> inOrder =
        List.of(
            RowFactory.create(1.0, null, 5L),
            RowFactory.create(2.0, "", 5L),
            RowFactory.create(3.0, "Z", null),
            RowFactory.create(4.0, "Z", -3L),
            RowFactory.create(5.0, "Z", 10L),
            RowFactory.create(6.0, "a", 9L),
            RowFactory.create(7.0, "\uFFFD", 1L),
            RowFactory.create(8.0, beyond, 0L));
    List<Row> mixed = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      mixed.add(inOrder.get(i * 5 % inOrder.size()));
    }
    assertThat(SortedRows.of(mixed, SCHEMA, List.of("word", "number"))).isEqualTo(inOrder);
  }

  @Test
  void numbersWithFractionsAreLeftToSpark() {
    assertThat(SortedRows.isKnown(SCHEMA, List.of("word", "number"))).isTrue();
    assertThat(SortedRows.isKnown(SCHEMA, List.of("word", "value"))).isFalse();
  }
}
