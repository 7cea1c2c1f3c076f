package org.sparknmf.app.model;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.sparknmf.app.command.Phases;
import org.sparknmf.app.run.InputApart;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.rows.NewRows;
import org.sparknmf.io.read.MatrixReader;
import org.sparknmf.io.read.asked.DocumentRules;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.IdTypes;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.ReadFailures;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.ml.NMFModel;

/** Data that meets a model, as the settings describe it. */
record ModelInput(MatrixSource source, NewRows rows) {
  /** Opens it; a cell that is not stored is what it was in the fit. Nothing but headers is read. */
  static ModelInput asInTheFit(ModelJob job, NMFModel model) {
    return open(job, model, Catalogue.EMPTY_CELLS.read(model.getEmptyCells()).orElseThrow());
  }

  /** Opens it; a stored zero is a cell like any other. */
  static ModelInput withStoredZeros(ModelJob job, NMFModel model) {
    return open(job, model, EmptyCells.MISSING);
  }

  private static ModelInput open(ModelJob job, NMFModel model, EmptyCells emptyCells) {
    ResolvedSettings settings = job.settings();
    InputSettings asked =
        withIdsOf(model, InputOptions.of(settings))
            .withEmptyCells(emptyCells)
            .withDocuments(DocumentRules.all());
    MatrixSource source =
        job.phases().within(Phases.RECOGNITION, () -> MatrixReader.open(job.spark(), asked));
    InputApart.require(job.spark(), settings, source);
    job.leftOut(source.rejected());
    NewRows rows =
        new NewRows(
            source.frame(), model.columnIds(), settings.get(Catalogue.DUPLICATES), emptyCells);
    return new ModelInput(source, rows);
  }

  /** Ids that are strings in the model are read as strings, whatever they look like. */
  private static InputSettings withIdsOf(NMFModel model, InputSettings input) {
    IdTypes asked = input.transposed() ? input.text().ids().exchanged() : input.text().ids();
    IdTypes ids =
        new IdTypes(
            like(model.rowFactors(), asked.rows()), like(model.columnFactors(), asked.columns()));
    return input.withText(input.text().with(input.transposed() ? ids.exchanged() : ids));
  }

  private static IdType like(Dataset<Row> factor, IdType asked) {
    boolean strings = factor.schema().apply(Numbering.ID).dataType().equals(DataTypes.StringType);
    return asked == IdType.AUTO && strings ? IdType.STRING : asked;
  }

  /** Runs work over the rows; bad data is told by the first bad place. */
  <T> T explaining(NewRows.RowWork<T> work) {
    return ReadFailures.explaining(source.frame(), () -> rows.explaining(work));
  }
}
