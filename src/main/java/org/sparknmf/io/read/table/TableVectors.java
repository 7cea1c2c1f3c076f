package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;

/** Reads vectors from a table. Without an id column the rows of Parquet files are counted. */
final class TableVectors {
  private final SourceTable table;
  private final InputSettings input;
  private final int features;
  private final int id;

  private TableVectors(SourceTable table, InputSettings input) {
    this.table = table;
    this.input = input;
    this.features = features(table, input);
    this.id = table.idPosition(input.columns());
  }

  static MatrixSource read(SourceTable table, InputFiles files, InputSettings input) {
    if (input.columns().weight().isPresent()) {
      throw ColumnNames.weightOfNoTriples("vectors");
    }
    return new TableVectors(table, input).read(files);
  }

  private static int features(SourceTable table, InputSettings input) {
    List<String> names = table.names();
    int[] vectors = vectors(table);
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
          "%s; vectors are Spark ML vectors or arrays of numbers: name such a column by"
                  .formatted(
                      found < 0
                          ? vectors.length + " columns of vectors"
                          : "column %s is of type %s"
                              .formatted(LineText.excerpt(name), table.typeName(found)))
              + " --features-column, or check --format");
    }
    return found;
  }

  /** Columns of vectors; arrays of integers or decimals only where there are no others. */
  private static int[] vectors(SourceTable table) {
    List<ColumnKind> kinds = table.columns().kinds();
    ColumnKind wanted = kinds.contains(ColumnKind.VECTOR) ? ColumnKind.VECTOR : ColumnKind.NUMBERS;
    return IntStream.range(0, kinds.size()).filter(i -> kinds.get(i) == wanted).toArray();
  }

  private MatrixSource read(InputFiles files) {
    Optional<FileRows> places =
        table.ordered() ? Optional.of(FileRows.of(table)) : Optional.empty();
    int size = firstSize(places);
    IdType ids = id < 0 ? IdType.LONG : table.idType(id);
    TableRows rows =
        new TableRows(
            table,
            stored(),
            id < 0 ? places.orElseThrow().before() : null,
            new VectorCheck(size),
            input.badRows());
    return rows.notes(
            "vectors of %d values from %s; features: %s, id: %s%s"
                .formatted(
                    size,
                    table.kind(),
                    table.names().get(features),
                    id < 0 ? "none" : table.names().get(id),
                    table.unused(List.of(features, id))))
        .vectors(
            InputFormat.VECTORS,
            table.frameRows(rows.rows(CellSchema.vectors(ids))),
            ids,
            table.rowAxis(input.labels(), files, id, places.map(FileRows::total).orElse(0L)),
            input.labels().columnAxis(files, new Axis.Counted(size, 0)),
            input);
  }

  private Dataset<Row> stored() {
    return TableRows.of(table, id, table.column(features));
  }

  /** The size of the first vector of the first file; of any one where there is no first. */
  private int firstSize(Optional<FileRows> places) {
    Row row =
        (input.badRows() == BadRows.SKIP ? firstWithSize() : Optional.<Row>empty())
            .or(() -> first(places))
            .orElseThrow(table::empty);
    if (row.isNullAt(1)) {
      throw Places.bad(
          table.place(), TableRows.place(row) + ": the vector is null; every row needs one");
    }
    int size = VectorCheck.size(row);
    if (size == 0) {
      throw Places.bad(
          table.place(), TableRows.place(row) + ": the vector is empty; it must have values");
    }
    return size;
  }

  private Optional<Row> first(Optional<FileRows> places) {
    Dataset<Row> first =
        places
            .map(known -> stored().where(col(FileRows.FILE).equalTo(known.first())))
            .orElseGet(this::stored)
            .orderBy(col(FileRows.INDEX), col("id"))
            .limit(1);
    return table.collect(first).stream().findFirst();
  }

  /** The first row with a size, of all files: the first file may have nothing but nulls. */
  private Optional<Row> firstWithSize() {
    Dataset<Row> first =
        stored()
            .filter((FilterFunction<Row>) row -> !row.isNullAt(1) && VectorCheck.size(row) > 0)
            .orderBy(TableRows.ORDER.toArray(Column[]::new))
            .limit(1);
    return table.collect(first).stream().findFirst();
  }
}
