package org.sparknmf.io.read.delimited;

import org.apache.spark.sql.SparkSession;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.format.MatrixFormat;

/** Files of delimited text, which is any text that nothing else is known of. */
public final class DelimitedFormat extends MatrixFormat {

  /** The only one. */
  public DelimitedFormat() {
    super("delimited", InputFormat.TRIPLES, InputFormat.DENSE);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText();
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    TableHead head = TableHead.read(files, input.text().delimiter(), input.badRows());
    return isTriples(head, input)
        ? DelimitedTriples.read(spark, files, input, head)
        : DenseReader.read(spark, files, input, head);
  }

  private static boolean isTriples(TableHead head, InputSettings input) {
    if (!input.format().equals(InputFormat.AUTO)) {
      return input.format().equals(InputFormat.TRIPLES);
    }
    if (input.columns().anyOfTriples() || input.columns().id().isPresent()) {
      return input.columns().anyOfTriples();
    }
    int fields = head.first().size();
    return fields == 2 || fields == 3 || TripleHeader.hasDefaultNames(head.first());
  }
}
