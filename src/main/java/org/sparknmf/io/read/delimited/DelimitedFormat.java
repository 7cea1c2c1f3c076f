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
    super("delimited", InputFormat.TRIPLES, InputFormat.DENSE, InputFormat.TEXT);
  }

  @Override
  public boolean fits(FileProbe probe) {
    return probe.isText();
  }

  @Override
  public MatrixSource read(SparkSession spark, InputFiles files, InputSettings input) {
    TableHead head = TableHead.read(files, input);
    TableShape shape = TableShape.of(head, input);
    TextLayoutGuess guess = new TextLayoutGuess(head, shape);
    InputFormat layout =
        TextLayoutGuess.asked(input)
            .orElseGet(() -> guess.layout(input.columns().id().isPresent()));
    if (layout.equals(InputFormat.TEXT)) {
      return DelimitedDocuments.read(spark, files, input, head, shape, guess.texts())
          .counted(input);
    }
    return layout.equals(InputFormat.TRIPLES)
        ? DelimitedTriples.read(spark, files, input, head, shape, guess.idle())
        : DenseReader.read(spark, files, input, head, shape);
  }
}
