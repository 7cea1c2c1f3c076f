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

/** Reads tables: triples, vectors or documents. */
public final class TableReader {
  /** What tables can be asked for. */
  static final List<InputFormat> LAYOUTS =
      List.of(InputFormat.TRIPLES, InputFormat.VECTORS, InputFormat.TEXT);

  private TableReader() {}

  /** A table that Spark finds. */
  public static MatrixSource read(SparkSession spark, TableSource source, InputSettings input) {
    if (!input.format().equals(InputFormat.AUTO) && !LAYOUTS.contains(input.format())) {
      throw new InvalidSettingException(
          "--format %s is of files, but the input is %s; a table is read as triples, vectors or"
                  .formatted(input.format(), LineText.excerpt(source.words()))
              + " text: say one of them, or auto");
    }
    SourceTable table = TableLoader.load(spark, source);
    return read(table, InputFiles.none(spark.sparkContext().hadoopConfiguration()), input);
  }

  /** A table of whatever origin. */
  public static MatrixSource read(SourceTable table, InputFiles files, InputSettings input) {
    if (input.format().equals(InputFormat.TEXT)) {
      return DocumentTable.read(table, input).counted(input);
    }
    return isVectors(table, input)
        ? TableVectors.read(table, files, input)
        : TableTriples.read(table, input);
  }

  private static boolean isVectors(SourceTable table, InputSettings input) {
    return input.format().equals(InputFormat.VECTORS)
        || (input.format().equals(InputFormat.AUTO)
            && !input.columns().anyOfTriples()
            && (input.columns().features().isPresent() || TableVectors.areIn(table)));
  }
}
