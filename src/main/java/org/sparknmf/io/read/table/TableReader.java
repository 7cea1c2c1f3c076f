package org.sparknmf.io.read.table;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.asked.TableSource;
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
