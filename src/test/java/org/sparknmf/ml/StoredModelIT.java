package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sparknmf.testing.TestSpark;

/**
 * Models that earlier versions wrote, one for each format version, are read for good: counts of
 * films by tf-idf, rank 2, as {@code fit} left it.
 */
@Tag("everyBuild")
class StoredModelIT {
  private static final StructType CELLS =
      new StructType()
          .add("row", DataTypes.StringType)
          .add("column", DataTypes.StringType)
          .add("value", DataTypes.DoubleType);

  private final SparkSession spark = TestSpark.session();

  private static String stored(String version) throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(StoredModelIT.class.getResource("/models/" + version)).toURI())
        .resolve("model")
        .toString();
  }

  @Test
  void formatOne() throws URISyntaxException {
    NMFModel model = NMFModel.load(stored("format-1"));
    assertThat(model.getSolver()).isEqualTo("bpp");
    assertThat(model.columnIds())
        .containsExactly("Wallace, Gromit", "alien", "brazil", "casablanca");
    assertThat(model.summary().totalIterations()).isEqualTo(16);
    List<Row> cells =
        List.of(
            RowFactory.create("again", "alien", 5.0),
            RowFactory.create("again", "brazil", 4.0),
            RowFactory.create("again", "not in the model", 9.0));
    Vector weights = model.transform(spark.createDataFrame(cells, CELLS)).first().getAs("factors");
    List<Double> ann = model.rowFactors().filter("id = 'ann'").first().getList(1);
    for (int t = 0; t < 2; t++) {
      assertThat(weights.apply(t)).as("what ann had").isCloseTo(ann.get(t), within(1e-3));
    }
    assertThat(model.unknownColumns(spark.createDataFrame(cells, CELLS))).isEqualTo(1);
    assertThat(model.recommendForAllRows(1).count()).isEqualTo(4);
  }
}
