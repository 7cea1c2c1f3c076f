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
    super("json lines", InputFormat.TRIPLES, InputFormat.TEXT);
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
    return JsonLayout.isDocuments(files, input)
        ? JsonDocuments.read(spark, files, input).counted(input)
        : JsonTriples.read(spark, files, input);
  }
}
