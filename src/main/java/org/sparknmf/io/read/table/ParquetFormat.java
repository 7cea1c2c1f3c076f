package org.sparknmf.io.read.table;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Files of Parquet. */
public final class ParquetFormat extends MatrixFormat {

  /** The only one. */
  public ParquetFormat() {
    super("parquet", InputFormat.TRIPLES, InputFormat.VECTORS, InputFormat.DENSE, InputFormat.TEXT);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isParquet();
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    return TableReader.read(
        SourceTable.open(spark, files, input.text().ids().rows()), files, input);
  }
}
