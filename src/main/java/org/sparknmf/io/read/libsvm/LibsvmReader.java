package org.sparknmf.io.read.libsvm;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Files of libsvm, or SVMlight. */
public final class LibsvmReader extends MatrixFormat {
  private static final Pattern LINE =
      Pattern.compile("[-+]?[\\d.]+(,[\\d.]+)*( +qid:\\d+)?( +\\d+:[-+.\\deE]+)+ *(#.*)?");

  /** The only one. */
  public LibsvmReader() {
    super("libsvm", InputFormat.LIBSVM);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText()
        && (probe.asks(InputFormat.LIBSVM)
            || probe.isNamed(".libsvm", ".svm")
            || (probe.asks(InputFormat.AUTO) && isLibsvm(probe.firstLines())));
  }

  private static boolean isLibsvm(List<String> lines) {
    return lines.stream().anyMatch(line -> line.indexOf(':') != line.lastIndexOf(':'))
        && lines.stream().allMatch(line -> LINE.matcher(line).matches());
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    PairRule rule = input.rules().zeroBased() ? PairRule.FROM_ZERO : PairRule.FROM_ONE;
    return new PairReader(spark, files, input, rule).read(InputFormat.LIBSVM);
  }
}
