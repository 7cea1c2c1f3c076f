package org.sparknmf.io.read.mtx;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Directories of 10x Genomics. */
public final class TenXFormat extends MatrixFormat {

  /** The only one. */
  public TenXFormat() {
    super("10x", InputFormat.TEN_X);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.asks(InputFormat.TEN_X)
        || (probe.asks(InputFormat.AUTO) && TenXFiles.areIn(probe.files()));
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    return TenXReader.read(spark, files, input);
  }
}
