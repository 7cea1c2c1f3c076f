package org.sparknmf.io.read.delimited;

import java.util.Optional;
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
    TableHead head = TableHead.read(files, input);
    TableShape shape = TableShape.of(head, input);
    Optional<Boolean> asked = TextLayoutGuess.asked(input);
    if (asked.equals(Optional.of(false))) {
      return DenseReader.read(spark, files, input, head, shape);
    }
    TextLayoutGuess guess = new TextLayoutGuess(head, shape);
    return asked.isPresent() || guess.isTriples()
        ? DelimitedTriples.read(spark, files, input, head, shape, guess.idle())
        : DenseReader.read(spark, files, input, head, shape);
  }
}
