package org.sparknmf.io.read.mtx;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Files of UCI's bags of words: numbers of documents, words and counts, then the counts. */
public final class DocwordFormat extends MatrixFormat {
  private static final Pattern SIZE = Pattern.compile("\\s*\\d+\\s*");
  private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s+\\d+\\s+\\d+\\s*");

  /** The only one. */
  public DocwordFormat() {
    super("docword", InputFormat.DOCWORD, InputFormat.TRIPLES);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText()
        && (probe.asks(InputFormat.DOCWORD)
            || ((probe.asks(InputFormat.AUTO) || probe.asks(InputFormat.TRIPLES))
                && isDocword(probe.firstLines())));
  }

  private static boolean isDocword(List<String> lines) {
    return lines.size() > 3
        && lines.subList(0, 3).stream().allMatch(line -> SIZE.matcher(line).matches())
        && COUNT.matcher(lines.get(3)).matches();
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    return DocwordReader.read(spark, files, input);
  }
}
