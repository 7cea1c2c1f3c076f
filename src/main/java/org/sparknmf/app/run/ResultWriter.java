package org.sparknmf.app.run;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.factor.FittedFactor;
import org.sparknmf.engine.inspect.TopEntries;
import org.sparknmf.engine.spark.WorkBeside;
import org.sparknmf.fit.Factorization;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.ComponentFrame;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.ml.PublishedModel;
import org.sparknmf.report.page.ReportData;
import org.sparknmf.report.page.ReportPage;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.solver.TfIdf;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.text.Json;

/** Writes what a fit leaves, under the names that readers rely on. */
public final class ResultWriter {
  public static final String W = "W";
  public static final String H = "H";
  public static final String COMPONENTS = "components";
  public static final String MODEL = "model";
  static final String WEIGHTING = "weighting";
  public static final String MANIFEST = "manifest.json";
  public static final String HISTORY = "history.jsonl";
  public static final String FIGURES = "figures.json";
  public static final String SELECTION = "selection.json";
  public static final String REPORT = "report.html";

  private final SparkSession spark;
  private final OutputDirectory output;
  private final ResultDirectory directory;

  public ResultWriter(SparkSession spark, OutputDirectory output) {
    this.spark = spark;
    this.output = output;
    this.directory = new ResultDirectory(spark, output.stagingPath());
  }

  /**
   * Begins to write what is large, beside this thread.
   *
   * @param beside the work that it becomes a part of
   */
  public void beginTables(
      WorkBeside beside, MatrixInput input, NmfSettings settings, Factorization fit) {
    NumberedMatrix matrix = input.matrix();
    FactorWriter factors = new FactorWriter(spark, directory);
    int rank = matrix.x().grid().rank();
    FittedFactor w = fit.w();
    FittedFactor h = fit.h();
    beside.start(() -> factors.write(w, rank, matrix.rows(), W));
    beside.start(() -> factors.write(h, rank, matrix.columns(), H, ofModel(PublishedModel.H)));
    input
        .weights()
        .ifPresent(weights -> beside.start(() -> writeWeights(weights, matrix.columns())));
    String metadata =
        PublishedModel.metadata(spark.version(), settings, fit, input.weights().isPresent());
    output.writeText(ofModel(PublishedModel.METADATA + "/part-00000"), metadata + "\n");
    output.writeText(ofModel(PublishedModel.METADATA + "/_SUCCESS"), "");
  }

  private static String ofModel(String name) {
    return MODEL + "/" + name;
  }

  private void writeWeights(TfIdf weights, Numbering columns) {
    StructType schema = FactorFrames.schemaOfNumbers(columns.idType());
    Iterable<Row> rows = FactorFrames.ofNumbers(weights.idf(), columns);
    directory.writeRows(WEIGHTING, schema, rows);
    directory.writeRows(ofModel(PublishedModel.WEIGHTING), schema, rows);
  }

  /** Writes what is small; returns the components. */
  public List<ComponentSummary> writeComponents(MatrixInput input, Factorization fit, int top) {
    NumberedMatrix matrix = input.matrix();
    List<ComponentSummary> components =
        ComponentFrame.summaries(
            fit.components(),
            TopEntries.of(fit.h(), matrix.x().grid().rank(), top),
            matrix.columns());
    LeftOut.write(input.source().rejected(), directory);
    directory.writeRows(
        COMPONENTS,
        ComponentFrame.schema(matrix.columns().idType()),
        ComponentFrame.rows(components));
    return components;
  }

  /** Writes the manifest, whatever else there is, and the page that shows it. */
  public void writeTexts(ReportData data) {
    if (!data.history().isEmpty()) {
      output.writeText(
          HISTORY,
          data.history().stream()
              .map(line -> Json.line(line) + "\n")
              .collect(Collectors.joining()));
    }
    output.writeText(MANIFEST, Json.document(data.manifest()));
    data.figures().ifPresent(some -> output.writeText(FIGURES, Json.document(some)));
    data.selection().ifPresent(found -> output.writeText(SELECTION, Json.document(found)));
    output.writeText(REPORT, new ReportPage(data).html());
  }
}
