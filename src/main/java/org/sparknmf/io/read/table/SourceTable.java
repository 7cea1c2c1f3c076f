package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.sparknmf.frame.Numbering;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * A table, of Parquet files or of another source: its columns and what they can serve as.
 *
 * @param data its rows
 * @param place the input as a person would type it
 * @param kind what kind of table it is, as in "triples from Parquet"
 * @param ordered whether rows have a file and a place in it, so that they can be counted
 * @param files that it is read from, as far as they are known
 */
public record SourceTable(
    Dataset<Row> data, String place, String kind, boolean ordered, List<String> files) {

  /** Parquet files, whose rows have an order; reads the footers. */
  public static SourceTable open(SparkSession spark, InputFiles files) {
    String place = String.join(", ", files.shownRoots());
    Dataset<Row> data =
        ReadFailures.explaining(
            place, () -> InputFiles.reader(spark).parquet(files.rootPatterns()));
    return new SourceTable(data, place, "Parquet", true, files.shown());
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
    boolean number =
        Numbering.INTEGERS.contains(type)
            || type.equals(DataTypes.DoubleType)
            || type.equals(DataTypes.FloatType)
            || type instanceof DecimalType;
    if (!number) {
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

  /** Whether a column has Spark ML vectors, or arrays of numbers. */
  boolean isVector(int position) {
    return isMlVector(position)
        || (field(position).dataType() instanceof ArrayType array
            && (array.elementType().equals(DataTypes.DoubleType)
                || array.elementType().equals(DataTypes.FloatType)));
  }

  boolean isMlVector(int position) {
    return field(position).dataType().equals(SQLDataTypes.VectorType());
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
