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

/**
 * Files of Blei's lda-c: a document a line, with the number of its words, then {@code word:count}
 * for each. Words are numbered from 0; {@code vocab.txt} beside the file names them.
 */
public final class LdaFormat extends MatrixFormat {
  private static final Pattern LINE = Pattern.compile("\\d+( \\d+:\\d+)*\\s*");

  /** The only one. */
  public LdaFormat() {
    super("lda-c", InputFormat.LDA_C);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText()
        && (probe.asks(InputFormat.LDA_C)
            || (probe.asks(InputFormat.AUTO)
                && !probe.isNamed(".libsvm", ".svm")
                && isLda(probe.firstLines())));
  }

  /** Whether every line has as many pairs as it says, and one of them two or more. */
  private static boolean isLda(List<String> lines) {
    return lines.stream().anyMatch(line -> line.indexOf(':') != line.lastIndexOf(':'))
        && lines.stream().allMatch(line -> LINE.matcher(line).matches() && promises(line));
  }

  private static boolean promises(String line) {
    String[] fields = line.strip().split(" ", -1);
    return fields[0].equals(String.valueOf(fields.length - 1));
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    return new PairReader(spark, files, input, PairRule.LDA).read(InputFormat.LDA_C);
  }
}
