package org.sparknmf.io.read.json;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.io.read.lines.LineScan;
import org.sparknmf.io.read.table.SourceTable;
import org.sparknmf.io.read.table.TableReader;

/**
 * Reads JSON lines whose objects are rows of the matrix, by Spark's reader, as a table. Spark does
 * not say which line is no object: that is looked for before, with a job of its own.
 */
final class JsonRows {
  private JsonRows() {}

  static MatrixSource read(
      SparkSession spark, InputFiles files, InputSettings input, JsonFirstLine first) {
    LineScan scan = LineScan.of(spark, files, BadRows.FAIL);
    scan.read(new JsonCheck(), 0)
        .firstBad()
        .ifPresent(
            bad -> {
              throw bad;
            });
    String place = String.join(", ", files.shownRoots());
    Dataset<Row> data =
        ReadFailures.explaining(
            place,
            () -> InputFiles.reader(spark).option("mode", "FAILFAST").json(files.filePatterns()));
    SourceTable table =
        new SourceTable(
            inOrder(data, first.names()),
            place,
            "JSON lines",
            scan.isLittle(),
            false,
            files.shown(),
            Map.of());
    return TableReader.read(table, files, input);
  }

  /** Spark sorts fields by name; here they are as in the first line, others after them. */
  private static Dataset<Row> inOrder(Dataset<Row> data, List<String> first) {
    Set<String> all = new LinkedHashSet<>(List.of(data.columns()));
    Set<String> names = new LinkedHashSet<>(first);
    names.retainAll(all);
    names.addAll(all);
    return data.select(
        names.stream()
            .map(name -> col("`" + name.replace("`", "``") + "`"))
            .toArray(Column[]::new));
  }
}
