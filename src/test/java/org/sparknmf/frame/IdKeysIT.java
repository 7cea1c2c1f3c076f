package org.sparknmf.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.matrix.IdKeys;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.testing.TestSpark;

/** What stands for a row or a column where cells are held out. */
@Tag("everyBuild")
class IdKeysIT {
  private static final List<String> IDS = List.of("bob", "eve", "=1+1", "zoë", "cid");

  private final SparkSession spark = TestSpark.session();
  private final JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());

  private Map<Object, Integer> byId(Numbering numbering, SparkScope scope) {
    IdKeys keys = numbering.keys(scope);
    Map<Object, Integer> byId = new HashMap<>();
    numbering.table().collectAsList().forEach(row -> byId.put(row.get(0), keys.of(row.getLong(1))));
    return byId;
  }

  private Map<Object, Integer> found(List<String> ids) {
    try (SparkScope scope = new SparkScope(context)) {
      return byId(
          new FoundNumbering(
              spark.createDataset(ids, Encoders.STRING()).toDF("name"), "name", scope),
          scope);
    }
  }

  @Test
  void belongToIdsWhateverOthersThereAre() {
    Map<Object, Integer> before = found(IDS);
    Map<Object, Integer> after = found(List.of("cid", "bob", "=1+1", "aaa", "zoë", "eve", "mid"));
    assertThat(after).containsAllEntriesOf(before).hasSize(7);
    assertThat(new HashSet<>(after.values())).hasSize(7);
  }

  @Test
  void areTheSameForLabels() {
    try (SparkScope scope = new SparkScope(context)) {
      LabelledNumbering labelled = LabelledNumbering.of(spark, new Axis.Labelled(IDS));
      assertThat(byId(labelled, scope)).isEqualTo(found(IDS));
    }
  }

  @Test
  void ofConsecutiveIdsHangOnTheIdsToo() {
    try (SparkScope scope = new SparkScope(context)) {
      IdKeys fromOne = new CountedNumbering(spark, new Axis.Counted(9, 1)).keys(scope);
      IdKeys fromThree = new CountedNumbering(spark, new Axis.Counted(7, 3)).keys(scope);
      assertThat(fromThree.of(0)).isEqualTo(fromOne.of(2));
      assertThat(fromOne.of(0)).isNotEqualTo(fromOne.of(1));
    }
  }
}
