package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.TestSpark;

class RankSelectorIT {
  private static final int PLANTED = 3;
  private static final int COLUMNS = 23;

  private final SparkSession spark = TestSpark.session();

  /** Three components of which most entries are zero, and a little noise. */
  private Dataset<Row> vectors() {
    SplittableRandom random = new SplittableRandom(7);
    double[] h = entries(PLANTED * COLUMNS, random);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double[] w = entries(PLANTED, random);
      double[] x = random.doubles(COLUMNS, 0, 0.1).toArray();
      for (int c = 0; c < PLANTED; c++) {
        for (int j = 0; j < COLUMNS; j++) {
          x[j] += w[c] * h[c * COLUMNS + j];
        }
      }
      rows.add(RowFactory.create(Vectors.dense(x)));
    }
    return spark.createDataFrame(rows, new StructType().add("features", SQLDataTypes.VectorType()));
  }

  private static double[] entries(int length, SplittableRandom random) {
    return random.doubles(length).map(value -> value < 0.6 ? 0 : 3 * value).toArray();
  }

  @Test
  void fitsWithTheRankThatItAdvises() {
    NMFRankSelector selector = new NMFRankSelector().setRanks(2, 3, 4, 5).setRestarts(3);
    assertThat(selector.select(vectors()).choice().rank()).isEqualTo(PLANTED);
    NMFModel model = selector.fit(vectors());
    assertThat(model.rank()).isEqualTo(PLANTED);
    assertThat(model.parent()).isEqualTo(selector);
  }

  @Test
  void comparesByOtherLosses() {
    NMFRankSelector selector =
        new NMFRankSelector()
            .setRanks(2, 3, 4, 5)
            .setRestarts(3)
            .setLoss("kullback-leibler")
            .setSolver("mu")
            .setEmptyCells("missing");
    assertThat(selector.select(vectors()).choice().rank()).isEqualTo(PLANTED);
  }

  @Test
  void comesBackAsItWasSaved(@TempDir Path directory) throws Exception {
    String place = directory.resolve("selector").toString();
    new NMFRankSelector()
        .setRanks(2, 7)
        .setHeldOutShare(0.25)
        .setWarmStart(true)
        .setSeed(5)
        .save(place);
    NMFRankSelector loaded = NMFRankSelector.load(place);
    assertThat(loaded.getOrDefault(loaded.ranks())).containsExactly(2, 7);
    assertThat(loaded.getOrDefault(loaded.heldOutShare())).isEqualTo(0.25);
    assertThat(loaded.getOrDefault(loaded.warmStart())).isEqualTo(true);
    assertThat(loaded.getSeed()).isEqualTo(5);
    assertThat(loaded.getRestarts()).isEqualTo(5);
  }

  @Test
  void refusesWhatCannotBeTried() {
    assertThatThrownBy(() -> new NMFRankSelector().setRanks(0, 3))
        .hasMessageContaining(
            "parameter ranks must be whole numbers of at least 1, separated by commas, got 0,3");
    assertThatThrownBy(() -> new NMFRankSelector().setRanks(2, 24).select(vectors()))
        .hasMessageContaining("ranks must be from 1 to min(rows, columns) = 23, got 24");
    assertThatThrownBy(() -> new NMFRankSelector().setRestarts(1).select(vectors()))
        .hasMessageContaining("restarts must be at least 2");
  }
}
