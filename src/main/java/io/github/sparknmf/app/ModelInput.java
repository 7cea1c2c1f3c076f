package io.github.sparknmf.app;

import io.github.sparknmf.frame.NewRows;
import io.github.sparknmf.io.read.DocumentRules;
import io.github.sparknmf.io.read.MatrixReader;
import io.github.sparknmf.io.read.MatrixSource;
import io.github.sparknmf.io.read.ReadFailures;
import io.github.sparknmf.linalg.EmptyCells;
import io.github.sparknmf.ml.NMFModel;
import org.apache.spark.sql.SparkSession;

/** Data that meets a model, as the settings describe it. */
final class ModelInput {
  private final MatrixSource source;
  private final NewRows rows;

  private ModelInput(MatrixSource source, NewRows rows) {
    this.source = source;
    this.rows = rows;
  }

  /**
   * Opens it; nothing but headers is read. Of text all words are counted: which of them matter, the
   * model's columns tell, whatever else is in the batch.
   *
   * @param emptyCells what a cell is that is not stored
   */
  static ModelInput open(
      SparkSession spark, ResolvedSettings settings, NMFModel model, EmptyCells emptyCells) {
    MatrixSource source =
        MatrixReader.open(
            spark,
            InputOptions.of(settings)
                .withEmptyCells(emptyCells)
                .withDocuments(DocumentRules.all()));
    InputApart.require(spark, settings, source);
    NewRows rows =
        new NewRows(
            source.frame(), model.columnIds(), InputOptions.duplicates(settings), emptyCells);
    return new ModelInput(source, rows);
  }

  NewRows rows() {
    return rows;
  }

  /** What it is, in words for a person. */
  String description() {
    return source.description();
  }

  /** Runs work over the rows; bad data is told by the first bad place. */
  <T> T explaining(NewRows.RowWork<T> work) {
    return ReadFailures.explaining(source.frame(), () -> rows.explaining(work));
  }
}
