package org.sparknmf.io.read.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TableSource;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidSettingException;

/** Reads tables: triples, vectors, dense rows or documents. */
public final class TableReader {
  /** What tables can be asked for. */
  static final List<InputFormat> LAYOUTS =
      List.of(InputFormat.TRIPLES, InputFormat.VECTORS, InputFormat.DENSE, InputFormat.TEXT);

  private TableReader() {}

  /** A table that Spark finds. */
  public static MatrixSource read(SparkSession spark, TableSource source, InputSettings input) {
    if (!input.format().equals(InputFormat.AUTO) && !LAYOUTS.contains(input.format())) {
      throw new InvalidSettingException(
          "--format %s is of files, but the input is %s; a table is read as triples, vectors,"
                  .formatted(input.format(), LineText.excerpt(source.words()))
              + " dense rows or text: say one of them, or auto");
    }
    SourceTable table = TableLoader.load(spark, source, input.text().ids().rows());
    return read(table, InputFiles.none(spark.sparkContext().hadoopConfiguration()), input);
  }

  /**
   * Which of some fields are cells, by the rules for columns of tables; empty if whole rows are in
   * them. What may be both is refused.
   *
   * @param place the input, for messages
   */
  public static Optional<TripleColumns> cells(
      String place, StructType fields, InputSettings input) {
    List<ColumnKind> kinds =
        Stream.of(fields.fields()).map(field -> ColumnKind.of(field.dataType())).toList();
    TableColumns columns = TableColumns.of(place, List.of(fields.fieldNames()), kinds, Set.of());
    return LayoutGuess.of(columns, input) instanceof TableLayout.Cells cells
        ? Optional.of(cells.columns())
        : Optional.empty();
  }

  /** A table of whatever origin. */
  public static MatrixSource read(SourceTable table, InputFiles files, InputSettings input) {
    table.requireReadable(input.columns());
    if (input.format().equals(InputFormat.TEXT)) {
      return DocumentTable.read(table, input).counted(input);
    }
    TableLayout layout = LayoutGuess.of(table.columns(), input);
    if (layout instanceof TableLayout.Cells cells) {
      return TableTriples.read(table, cells.columns(), input);
    }
    return layout instanceof TableLayout.Rows rows
        ? TableDense.read(table, files, rows, input)
        : TableVectors.read(table, files, input);
  }
}
