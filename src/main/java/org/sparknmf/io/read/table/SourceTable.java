package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.FrameRows;
import org.sparknmf.frame.Numbering;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.LabelPaths;
import org.sparknmf.io.read.asked.NotUsed;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.files.Splits;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * A table, of Parquet files or of another source: its columns and what they can serve as.
 *
 * @param data its rows
 * @param place the input as a person would type it
 * @param kind what kind of table it is, as in "triples from Parquet"
 * @param little whether all its rows may be had in hand
 * @param ordered whether rows have a file and a place in it, so that they can be counted
 * @param files that it is read from, as far as they are known
 * @param unreadable types of columns that Spark cannot read, by name
 */
public record SourceTable(
    Dataset<Row> data,
    String place,
    String kind,
    boolean little,
    boolean ordered,
    List<String> files,
    Map<String, String> unreadable) {
  private static final String PARQUET = "Parquet";

  /** Parquet files, whose rows have an order; reads the footers. */
  public static SourceTable open(SparkSession spark, InputFiles files, IdType ids) {
    return PartitionText.during(spark, ids, () -> open(spark, files));
  }

  private static SourceTable open(SparkSession spark, InputFiles files) {
    String place = String.join(", ", files.shownRoots());
    try {
      return parquet(spark, files, place, Optional.empty());
    } catch (RuntimeException e) {
      // One type that Spark has no word for makes it refuse all columns.
      Optional<ParquetFooter> footer = footer(spark, files, e);
      return parquet(spark, files, place, Optional.of(footer.orElseThrow(() -> e)));
    }
  }

  private static SourceTable parquet(
      SparkSession spark, InputFiles files, String place, Optional<ParquetFooter> footer) {
    DataFrameReader reader = InputFiles.reader(spark);
    footer.ifPresent(known -> reader.schema(known.readable()));
    Dataset<Row> data = ReadFailures.explaining(place, () -> reader.parquet(files.rootPatterns()));
    return new SourceTable(
        data,
        place,
        PARQUET,
        Splits.arePackedLittle(spark, files.bytes()),
        true,
        files.shown(),
        footer.map(ParquetFooter::others).orElse(Map.of()));
  }

  private static Optional<ParquetFooter> footer(
      SparkSession spark, InputFiles files, RuntimeException refusal) {
    try {
      ParquetFooter footer =
          ParquetFooter.of(spark.sparkContext().hadoopConfiguration(), files.files().get(0));
      return footer.others().isEmpty() ? Optional.empty() : Optional.of(footer);
    } catch (RuntimeException e) {
      refusal.addSuppressed(e);
      return Optional.empty();
    }
  }

  /** The columns by their names and types. */
  TableColumns columns() {
    List<ColumnKind> kinds = new ArrayList<>();
    for (StructField field : data.schema().fields()) {
      kinds.add(ColumnKind.of(field.dataType()));
    }
    return TableColumns.of(place, names(), kinds, PartitionText.names(files));
  }

  /** What is to be said of columns that are not used. */
  String unused(Collection<Integer> used) {
    List<String> names = new ArrayList<>(unreadable.keySet());
    names.addAll(columns().unused(new HashSet<>(used)));
    return NotUsed.words(names);
  }

  /** Refuses a column that is asked for and that Spark cannot read. */
  void requireReadable(ColumnNames asked) {
    Stream.of(
            asked.row(),
            asked.column(),
            asked.value(),
            asked.weight(),
            asked.id(),
            asked.features(),
            asked.text())
        .flatMap(Optional::stream)
        .filter(unreadable::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw Places.bad(
                  place,
                  "column %s is of Parquet type %s, which Spark cannot read; write it as a number"
                          .formatted(LineText.excerpt(name), unreadable.get(name))
                      + " or a string, or name another column");
            });
  }

  List<String> names() {
    return Arrays.asList(data.columns());
  }

  private StructField field(int position) {
    return data.schema().fields()[position];
  }

  Column column(int position) {
    return data.col("`" + field(position).name().replace("`", "``") + "`");
  }

  /** The position of row ids: the column asked for, or {@code id}; -1 if rows are to be counted. */
  int idPosition(ColumnNames asked) {
    int found =
        asked
            .id()
            .map(name -> TripleColumns.required(names(), name, "--id-column", place))
            .orElseGet(() -> TripleColumns.position(names(), "id"));
    if (found < 0 && !ordered) {
      throw Places.bad(
          place,
          "the rows of %s have no order and no column 'id'; they need ids: name their column by"
                  .formatted(kind)
              + " --id-column");
    }
    return found;
  }

  /**
   * Where the ids of rows come from that are read whole.
   *
   * @param id position of their column, or -1 if rows are counted
   * @param rows how many there are; 0 where they have ids
   */
  Axis rowAxis(LabelPaths labels, InputFiles files, int id, long rows) {
    return id < 0
        ? labels.rowAxis(files, new Axis.Counted(rows, 0))
        : labels.rowAxis(files, "column %s has ids".formatted(LineText.excerpt(field(id).name())));
  }

  /** The type of the ids in a column, which must be integers or strings. */
  IdType idType(int position) {
    DataType type = field(position).dataType();
    if (Numbering.INTEGERS.contains(type)) {
      return IdType.LONG;
    }
    if (type.equals(DataTypes.StringType)) {
      return IdType.STRING;
    }
    throw new InvalidMatrixException(
        "%s: column %s is of type %s; ids must be strings or integers: cast it to string"
            .formatted(place, LineText.excerpt(field(position).name()), type.simpleString()));
  }

  /** The ids of a column; a null is an error of the job. */
  Column ids(int position) {
    DataType type = idType(position) == IdType.LONG ? DataTypes.LongType : DataTypes.StringType;
    return required(column(position).cast(type), position);
  }

  /**
   * The numbers of a column; a null is an error of the job.
   *
   * @param what "value" or "weight", for messages
   */
  Column numbers(int position, String what) {
    DataType type = field(position).dataType();
    ColumnKind found = ColumnKind.of(type);
    if (found != ColumnKind.INTEGER && found != ColumnKind.NUMBER) {
      throw new InvalidMatrixException(
          "%s: column %s is of type %s; %ss must be numbers: cast it, or name another column"
                  .formatted(
                      place, LineText.excerpt(field(position).name()), type.simpleString(), what)
              + " by --%s-column".formatted(what));
    }
    return required(column(position).cast(DataTypes.DoubleType), position);
  }

  private Column required(Column column, int position) {
    String message =
        "%s: column %s has a null; every cell needs a value"
            .formatted(place, LineText.excerpt(field(position).name()));
    return field(position).nullable() ? coalesce(column, raise_error(lit(message))) : column;
  }

  /** Rows of a matrix that are made from rows of this table. */
  FrameRows frameRows(Dataset<Row> made) {
    return FrameRows.of(made, little, kind.equals(PARQUET));
  }

  /** Whether a column has Spark ML vectors, or arrays of numbers. */
  boolean isVector(int position) {
    return ColumnKind.of(field(position).dataType()).isVector();
  }

  boolean isText(int position) {
    return field(position).dataType().equals(DataTypes.StringType);
  }

  String typeName(int position) {
    return field(position).dataType().simpleString();
  }

  /** Runs a job over the table whose result is small. */
  List<Row> collect(Dataset<Row> few) {
    return ReadFailures.explaining(place, few::collectAsList);
  }

  /** The error of an input without rows. */
  InvalidMatrixException empty() {
    return Places.bad(place, "no rows; a matrix needs entries: check the path");
  }
}
