package org.sparknmf.io.read.json;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Files of JSON lines. */
public final class JsonFormat extends MatrixFormat {

  /** The only one. */
  public JsonFormat() {
    super(
        "json lines",
        InputFormat.TRIPLES,
        InputFormat.VECTORS,
        InputFormat.DENSE,
        InputFormat.TEXT);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText()
        && (probe.isNamed(".json", ".jsonl", ".ndjson")
            || (probe.startsWith("{")
                && !probe.isNamed(".csv", ".tsv", ".txt", ".libsvm", ".svm")));
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    if (JsonLayout.isDocuments(files, input)) {
      return JsonDocuments.read(spark, files, input).counted(input);
    }
    JsonFirstLine first = JsonFirstLine.find(files, input);
    return first
        .cells(input)
        .map(cells -> JsonTriples.read(spark, files, input, first, cells))
        .orElseGet(() -> JsonRows.read(spark, files, input, first));
  }
}
