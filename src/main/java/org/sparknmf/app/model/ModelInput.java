package org.sparknmf.app.model;

import org.sparknmf.app.run.InputApart;
import org.sparknmf.app.settings.InputOptions;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.frame.NewRows;
import org.sparknmf.io.read.MatrixReader;
import org.sparknmf.io.read.asked.DocumentRules;
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
    MatrixSource source =
        MatrixReader.open(
            job.spark(),
            InputOptions.of(settings)
                .withEmptyCells(emptyCells)
                .withDocuments(DocumentRules.all()));
    InputApart.require(job.spark(), settings, source);
    job.leftOut(source.rejected());
    NewRows rows =
        new NewRows(
            source.frame(), model.columnIds(), settings.get(Catalogue.DUPLICATES), emptyCells);
    return new ModelInput(source, rows);
  }

  /** Runs work over the rows; bad data is told by the first bad place. */
  <T> T explaining(NewRows.RowWork<T> work) {
    return ReadFailures.explaining(source.frame(), () -> rows.explaining(work));
  }
}
