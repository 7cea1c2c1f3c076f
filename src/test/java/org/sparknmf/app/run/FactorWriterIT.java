package org.sparknmf.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.spark.Resources;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.frame.MatrixBuilder;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.frame.MatrixSettings;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.publish.StoredRows;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.testing.TestSpark;

/** Both ways of writing a table leave the same: Spark's own is the measure. */
@Tag("everyBuild")
class FactorWriterIT {
  private static final int RANK = 3;
  private static final int[] ROWS_OF_PARTS = {2, 1, 3, 1};

  private final SparkSession spark = TestSpark.session();

  @TempDir private Path directory;

  /** Work with the ids of the rows of a matrix of seven rows. */
  private interface WithIds {
    void use(Numbering ids) throws IOException;
  }

  /** Ids of a kind, as a fit would have them; the cells lie on a diagonal. */
  private void withIds(String kind, WithIds work) throws SparkException, IOException {
    String ids =
        switch (kind) {
          case "words" -> "'b', 'a', '', 'é', '日', 'Z', 'a b'";
          case "numbers" -> "30L, -7L, 0L, 9223372036854775807L, 5L, 6L, 12L";
          default -> "0L, 1L, 2L, 3L, 4L, 5L, 6L";
        };
    Axis rows =
        switch (kind) {
          case "counted" -> new Axis.Counted(7, 1);
          case "labels" -> new Axis.Labelled(List.of("t", "s", "r", "q", "p", "o", "n"));
          default -> new Axis.FromData();
        };
    MatrixFrame frame =
        new MatrixFrame(
            FrameRows.of(
                spark.sql(
                    "select explode(array(%s)) as row".formatted(ids)
                        + ", 'c' as column, cast(1 as double) as value")),
            MatrixFrame.Shape.CELLS,
            rows,
            new Axis.FromData(),
            false,
            OptionalLong.empty(),
            Optional::empty);
    JavaSparkContext context = context();
    MatrixSettings settings =
        new MatrixSettings(
            1,
            OptionalInt.empty(),
            Resources.of(context),
            DuplicatePolicy.ERROR,
            Precision.DOUBLE,
            Optional.empty(),
            EmptyCells.ZERO,
            0);
    try (SparkScope scope = new SparkScope(context)) {
      work.use(new MatrixBuilder(frame, settings, scope).build().rows());
    }
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }

  /** Numbers that need all their digits, a zero and the smallest of all. */
  private static List<FactorPart> parts() {
    List<FactorPart> parts = new ArrayList<>();
    int first = 0;
    for (int rows : ROWS_OF_PARTS) {
      double[] numbers = new double[rows * RANK];
      for (int p = 0; p < numbers.length; p++) {
        numbers[p] = number(first * RANK + p);
      }
      parts.add(new FactorPart(parts.size(), first, DoubleFactor.of(numbers, RANK)));
      first += rows;
    }
    return parts;
  }

  private static double number(int entry) {
    return entry == 4 ? 0 : entry == 5 ? Double.MIN_VALUE : Math.sqrt(entry + 2.0);
  }

  private ResultDirectory result() {
    return new ResultDirectory(spark, directory.toUri().toString());
  }

  private FactorWriter writer() {
    return new FactorWriter(spark, result());
  }

  @ParameterizedTest
  @ValueSource(strings = {"words", "numbers", "counted", "labels"})
  void bothWaysWriteTheSameFactor(String kind) throws SparkException, IOException {
    withIds(
        kind,
        ids -> {
          writer().writeHere("here", parts(), ids);
          writer().writeBySpark("spark", context().parallelize(parts(), 3), ids, 1);
          assertThat(footer("here").getSchema()).isEqualTo(footer("spark").getSchema());
          assertThat(footer("here").getKeyValueMetaData())
              .isEqualTo(footer("spark").getKeyValueMetaData());
          assertThat(table("here").schema()).isEqualTo(table("spark").schema());
          assertThat(table("here").collectAsList())
              .isEqualTo(table("spark").collectAsList())
              .hasSize(7);
          assertThat(rows("here")).isEqualTo(rows("spark")).isEqualTo(expected(kind));
          assertThat(names("here")).hasSize(1).first().asString().endsWith(".snappy.parquet");
          assertThat(directory.resolve("here").resolve("_SUCCESS")).isEmptyFile();
        });
  }

  /** By hand: Spark sorts words by their bytes. */
  private static Map<Object, List<Double>> expected(String kind) {
    List<?> ids =
        switch (kind) {
          case "words" -> List.of("", "Z", "a", "a b", "b", "é", "日");
          case "numbers" -> List.of(-7L, 0L, 5L, 6L, 12L, 30L, Long.MAX_VALUE);
          case "counted" -> List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L);
          default -> List.of("n", "o", "p", "q", "r", "s", "t");
        };
    Map<Object, List<Double>> rows = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      int row = i;
      rows.put(ids.get(i), IntStream.range(0, RANK).mapToObj(c -> number(row * RANK + c)).toList());
    }
    return rows;
  }

  /** The rows of a table in order of its files, and of the rows in these. */
  private Map<Object, List<Double>> rows(String name) {
    Map<Object, List<Double>> rows = new LinkedHashMap<>();
    StoredRows.factor(
        result().files(),
        name,
        (id, numbers) -> rows.put(id, Arrays.stream(numbers).boxed().toList()));
    return rows;
  }

  /** Parts that are cached have places of their own, by which Spark would join them. */
  @ParameterizedTest
  @ValueSource(strings = {"words", "numbers", "counted", "labels"})
  void severalFilesHoldTheRowsInOrder(String kind) throws SparkException, IOException {
    JavaRDD<FactorPart> cached = context().parallelize(parts(), 4).cache();
    cached.count();
    withIds(
        kind,
        ids -> {
          writer().writeBySpark("spark", cached, ids, 3);
          assertThat(names("spark")).hasSize(3);
          assertThat(new ArrayList<>(rows("spark").entrySet()))
              .isEqualTo(new ArrayList<>(expected(kind).entrySet()));
        });
    cached.unpersist();
  }

  @Test
  void nestedFieldsAndNullsAreAsSparkWritesThem() {
    StructType item =
        new StructType().add("id", DataTypes.StringType, false).add("weight", "double", true);
    StructType schema =
        new StructType()
            .add("n", DataTypes.IntegerType, false)
            .add("truth", DataTypes.BooleanType, true)
            .add("word", DataTypes.StringType, true)
            .add("items", DataTypes.createArrayType(item, true), true)
            .add("numbers", DataTypes.createArrayType(DataTypes.DoubleType, true), false);
    List<Row> rows =
        List.of(
            RowFactory.create(
                1,
                true,
                "é",
                Arrays.asList(RowFactory.create("x", 0.1), null, RowFactory.create("y", null)),
                Arrays.asList(1.0, null, Double.POSITIVE_INFINITY)),
            RowFactory.create(2, null, null, null, new double[0]),
            RowFactory.create(3, false, "", List.of(), new double[] {2, 3}));
    result().writeRows("here", schema, rows);
    result().writeTable("spark", spark.createDataFrame(rows, schema).coalesce(1));
    same();
  }

  @Test
  void listsAreOfTheOldFormWhereSparkIsToldSo() {
    String key = "spark.sql.parquet.writeLegacyFormat";
    DataType id = DataTypes.LongType;
    List<Row> rows = List.of(RowFactory.create(1L, new double[] {1, 2}));
    spark.conf().set(key, true);
    try {
      result().writeRows("here", FactorFrames.schema(id), rows);
      result()
          .writeTable("spark", spark.createDataFrame(rows, FactorFrames.schema(id)).coalesce(1));
    } finally {
      spark.conf().unset(key);
    }
    same();
    assertThat(footer("here").getSchema().toString()).contains("repeated double array");
  }

  private void same() {
    assertThat(footer("here").getSchema()).isEqualTo(footer("spark").getSchema());
    assertThat(footer("here").getKeyValueMetaData())
        .isEqualTo(footer("spark").getKeyValueMetaData());
    assertThat(table("here").collectAsList()).isEqualTo(table("spark").collectAsList());
  }

  private Dataset<Row> table(String name) {
    return spark.read().parquet(directory.resolve(name).toString());
  }

  private List<String> names(String table) {
    return Arrays.stream(directory.resolve(table).toFile().list())
        .filter(name -> name.endsWith(".parquet"))
        .toList();
  }

  private FileMetaData footer(String table) {
    Path file = directory.resolve(table).resolve(names(table).get(0));
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))) {
      return reader.getFileMetaData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
