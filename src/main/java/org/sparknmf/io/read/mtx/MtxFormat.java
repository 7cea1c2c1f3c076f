package org.sparknmf.io.read.mtx;

import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Files of MatrixMarket. */
public final class MtxFormat extends MatrixFormat {

  /** The only one. */
  public MtxFormat() {
    super("matrix market", InputFormat.MTX);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.asks(InputFormat.MTX)
        || isAmongLabels(probe)
        || probe.startsWith(MtxHeader.BANNER)
        || (probe.isText() && probe.isNamed(".mtx"));
  }

  private static boolean isAmongLabels(FileProbe probe) {
    List<Path> files = probe.files().files();
    return probe.asks(InputFormat.AUTO)
        && files.size() > 1
        && files.stream().anyMatch(MtxReader::isNamedMtx);
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    return MtxReader.read(spark, files, input);
  }
}
