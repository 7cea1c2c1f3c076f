package org.sparknmf.app.model;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.settings.ModelSettings;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.io.export.FactorFile;
import org.sparknmf.io.export.FactorShape;
import org.sparknmf.io.export.LabelFile;
import org.sparknmf.io.export.NamedRow;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.ml.NMFModel;

/** {@code export}: the factors of a model as single files for programs outside Spark. */
public final class ExportCommand extends ModelCommand {

  public ExportCommand() {
    super(
        "export",
        "Write the factors of a model as csv, mtx (MatrixMarket) or npy (NumPy).",
        "W, H and manifest.json",
        Input.NONE,
        ModelSettings.FILE_FORMAT);
  }

  @Override
  void work(ModelJob job, OutputDirectory output) {
    NMFModel model = job.model();
    FactorFile file = FactorFile.of(job.settings().get(ModelSettings.FILE_FORMAT));
    write(job, output, file, ResultWriter.W, model.rowFactors());
    write(job, output, file, ResultWriter.H, model.columnFactors());
  }

  /** One row after the other passes the driver: files are of one piece. */
  private static void write(
      ModelJob job, OutputDirectory output, FactorFile file, String name, Dataset<Row> factor) {
    Dataset<Row> sorted = factor.sort(Numbering.ID);
    FactorShape shape = job.phases().time("read", () -> shape(factor));
    job.came("rowsOf" + name, shape.rows());
    job.phases()
        .time(
            "write",
            () -> {
              output.write(
                  name + file.extension(),
                  out -> file.write(named(sorted.toLocalIterator()), shape, out));
              if (file.lacksIds()) {
                output.write(
                    name + "-ids.txt", out -> LabelFile.write(ids(sorted.toLocalIterator()), out));
              }
              return name;
            });
  }

  private static FactorShape shape(Dataset<Row> factor) {
    Row counts =
        factor
            .agg(
                functions.count(functions.lit(1)),
                functions.max(functions.size(functions.col(FactorFrames.FACTORS))),
                functions.sum(
                    functions.expr("size(filter(" + FactorFrames.FACTORS + ", e -> e != 0))")))
            .first();
    return new FactorShape(counts.getLong(0), counts.getInt(1), counts.getLong(2));
  }

  private static Iterator<NamedRow> named(Iterator<Row> rows) {
    return stream(rows).map(row -> new NamedRow(row.get(0), row.getList(1))).iterator();
  }

  private static Iterator<Object> ids(Iterator<Row> rows) {
    return stream(rows).map(row -> row.get(0)).iterator();
  }

  private static Stream<Row> stream(Iterator<Row> rows) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false);
  }
}
