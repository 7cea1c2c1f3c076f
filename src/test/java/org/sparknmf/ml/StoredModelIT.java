package org.sparknmf.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @TempDir private Path directory;

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

  /** A model from elsewhere must not have other files read in its name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"/home/ann/W\"",
        "\"file:///home/ann/W\"",
        "\"hdfs://nn/W\"",
        "\"../../W\"",
        "\".././W\"",
        "\"../other/W\"",
        "\"..\"",
        "\"\"",
        "7",
        "null",
        "[\"../W\"]"
      })
  void rowFactorsOutsideTheResultAreRefused(String place) throws Exception {
    Path copy = copy();
    Path metadata = only(copy.resolve("model/metadata"));
    String line = Files.readString(metadata);
    assertThat(line).contains("\"rowFactors\":\"../W\"");
    Files.writeString(metadata, line.replace("\"rowFactors\":\"../W\"", "\"rowFactors\":" + place));

    assertThatThrownBy(() -> NMFModel.load(copy.resolve("model").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("says that its row factors lie in '")
        .hasMessageContaining("'W' or '../W'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"W", "model/H", "model/weighting"})
  void aTableThatIsALinkOutOfTheResultIsRefused(String table) throws Exception {
    Path copy = copy();
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(copy.resolve(table), elsewhere);
    Files.createSymbolicLink(copy.resolve(table), elsewhere);
    requireLinkRefused(copy);

    Files.delete(copy.resolve(table));
    Files.createDirectory(copy.resolve(table));
    try (Stream<Path> files = Files.list(elsewhere)) {
      for (Path file : files.toList()) {
        Files.createSymbolicLink(copy.resolve(table).resolve(file.getFileName()), file);
      }
    }
    requireLinkRefused(copy);
  }

  private static void requireLinkRefused(Path copy) {
    assertThatThrownBy(() -> NMFModel.load(copy.resolve("model").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is a link to '")
        .hasMessageContaining("out of the model");
  }

  @Test
  void aLinkToTheWholeResultIsFollowed() throws Exception {
    Path latest = Files.createSymbolicLink(directory.resolve("latest"), copy());
    NMFModel model = NMFModel.load(latest.resolve("model").toString());
    assertThat(model.rowFactors().count()).isEqualTo(4);
  }

  private Path copy() throws Exception {
    Path copy = directory.resolve("copy");
    FileUtils.copyDirectory(Path.of(stored("format-1")).getParent().toFile(), copy.toFile());
    return copy;
  }

  private static Path only(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("part-"))
          .findFirst()
          .orElseThrow();
    }
  }
}
