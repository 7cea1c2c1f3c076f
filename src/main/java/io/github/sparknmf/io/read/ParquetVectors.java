package io.github.sparknmf.io.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.github.sparknmf.frame.Axis;
import io.github.sparknmf.solver.InvalidMatrixException;
import io.github.sparknmf.solver.InvalidSettingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Reads vectors from Parquet. Without an id column rows are counted from 0 by file path and place
 * in the file, so that their numbers do not depend on how Spark spreads the files.
 */
final class ParquetVectors {
  private static final String FILE = "file";
  private static final String INDEX = "index";

  private final ParquetTable table;
  private final InputSettings input;
  private final int features;
  private final int id;

  private ParquetVectors(ParquetTable table, InputSettings input) {
    this.table = table;
    this.input = input;
    this.features = features(table, input);
    this.id = id(table, input);
  }

  static MatrixSource read(ParquetTable table, InputFiles files, InputSettings input) {
    if (input.columns().weight().isPresent()) {
      throw ColumnNames.weightOfNoTriples("vectors");
    }
    return new ParquetVectors(table, input).read(files);
  }

  /** Whether there is a column that vectors can be read from. */
  static boolean areIn(ParquetTable table) {
    return IntStream.range(0, table.names().size()).anyMatch(table::isVector);
  }

  private static int features(ParquetTable table, InputSettings input) {
    List<String> names = table.names();
    int[] vectors = IntStream.range(0, names.size()).filter(table::isVector).toArray();
    String name = input.columns().features().orElse("features");
    boolean named = input.columns().features().isPresent();
    int found =
        named
            ? TripleColumns.required(names, name, "--features-column", table.place())
            : TripleColumns.position(names, name);
    if (found < 0 && vectors.length == 1) {
      return vectors[0];
    }
    if (found < 0 || !table.isVector(found)) {
      throw Places.bad(
          table.place(),
          "%s; vectors are Spark ML vectors or arrays of double or float: name such a column by"
                  .formatted(
                      found < 0
                          ? vectors.length + " columns of vectors"
                          : "column "
                              + LineText.excerpt(name)
                              + " is of type "
                              + table.typeName(found))
              + " --features-column, or check --format");
    }
    return found;
  }

  private static int id(ParquetTable table, InputSettings input) {
    return input
        .columns()
        .id()
        .map(name -> TripleColumns.required(table.names(), name, "--id-column", table.place()))
        .orElseGet(() -> TripleColumns.position(table.names(), "id"));
  }

  private MatrixSource read(InputFiles files) {
    SortedMap<String, Long> counts = counts();
    int size = firstSize(counts);
    Map<String, Long> before = before(counts);
    IdType ids = id < 0 ? IdType.LONG : table.idType(id);
    VectorCheck check = new VectorCheck(size, id < 0 ? new HashMap<>(before) : null);
    Dataset<Row> vectors =
        stored().map((MapFunction<Row, Row>) check::row, Encoders.row(CellSchema.vectors(ids)));
    long rows = counts.values().stream().mapToLong(Long::longValue).sum();
    return new MatrixSource(
        InputFormat.VECTORS,
        "vectors of %d values from Parquet; features: %s, id: %s"
            .formatted(size, table.names().get(features), id < 0 ? "none" : table.names().get(id)),
        files.shown(),
        VectorRows.frame(
            vectors,
            ids,
            rowAxis(files, rows),
            Labels.axis(
                files,
                Labels.given(files, input.labels().columns()),
                "column",
                new Axis.Counted(size, 0)),
            input,
            () -> firstBadRow(check)));
  }

  private Axis rowAxis(InputFiles files, long rows) {
    Optional<Path> labels = Labels.given(files, input.labels().rows());
    if (id < 0) {
      return Labels.axis(files, labels, "row", new Axis.Counted(rows, 0));
    }
    if (labels.isPresent()) {
      throw new InvalidSettingException(
          "--row-labels is for rows without ids, but column %s has ids; leave it out"
              .formatted(LineText.excerpt(table.names().get(id))));
    }
    return new Axis.FromData();
  }

  /** Rows (id or null, vector or array, file, index in the file). */
  private Dataset<Row> stored() {
    Column ids = id < 0 ? lit(null).cast("string") : table.column(id);
    IdType type = id < 0 ? IdType.STRING : table.idType(id);
    return table
        .data()
        .select(
            ids.cast(type == IdType.LONG ? "long" : "string").as("id"),
            table.column(features).as("vector"),
            col("_metadata.file_path").as(FILE),
            col("_metadata.row_index").as(INDEX));
  }

  private SortedMap<String, Long> counts() {
    Dataset<Row> counts =
        table.data().groupBy(col("_metadata.file_path").as(FILE)).agg(count(lit(1)));
    SortedMap<String, Long> sorted = new TreeMap<>();
    for (Row row : table.collect(counts)) {
      sorted.put(row.getString(0), row.getLong(1));
    }
    if (sorted.isEmpty()) {
      throw table.empty();
    }
    return sorted;
  }

  private static Map<String, Long> before(SortedMap<String, Long> counts) {
    Map<String, Long> before = new HashMap<>();
    long rows = 0;
    for (Map.Entry<String, Long> file : counts.entrySet()) {
      before.put(file.getKey(), rows);
      rows += file.getValue();
    }
    return before;
  }

  /** The size of the first vector of the first file. */
  private int firstSize(SortedMap<String, Long> counts) {
    Dataset<Row> first =
        stored().where(col(FILE).equalTo(counts.firstKey())).orderBy(col(INDEX)).limit(1);
    Row row = table.collect(first).get(0);
    if (row.isNullAt(1)) {
      throw Places.bad(
          table.place(), VectorCheck.place(row) + ": the vector is null; every row needs one");
    }
    int size = VectorCheck.size(row);
    if (size == 0) {
      throw Places.bad(
          table.place(), VectorCheck.place(row) + ": the vector is empty; it must have values");
    }
    return size;
  }

  private Optional<InvalidMatrixException> firstBadRow(VectorCheck check) {
    Dataset<Row> bad =
        stored().filter((FilterFunction<Row>) check::isBad).orderBy(col(FILE), col(INDEX)).limit(1);
    return table.collect(bad).stream()
        .findFirst()
        .map(row -> Places.bad(table.place(), VectorCheck.place(row) + ": " + check.problem(row)));
  }
}
