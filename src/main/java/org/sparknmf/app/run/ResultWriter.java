package org.sparknmf.app.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.engine.inspect.TopEntries;
import org.sparknmf.fit.Factorization;
import org.sparknmf.frame.ComponentFrame;
import org.sparknmf.frame.FactorFrames;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.io.publish.OutputDirectory;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.ml.PublishedModel;
import org.sparknmf.report.page.ReportData;
import org.sparknmf.report.page.ReportPage;
import org.sparknmf.solver.ComponentSummary;
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

  /** Writes the factors and what is derived from them; returns the components. */
  public List<ComponentSummary> writeTables(
      MatrixInput input, NmfSettings settings, Factorization fit, int top) {
    NumberedMatrix matrix = input.matrix();
    directory.writeTable(W, FactorFrames.of(spark, fit.w(), matrix.rows()));
    directory.writeTable(H, FactorFrames.of(spark, fit.h(), matrix.columns()));
    Optional<Dataset<Row>> weighting =
        input
            .weights()
            .map(weights -> FactorFrames.ofNumbers(spark, weights.idf(), matrix.columns()));
    weighting.ifPresent(weights -> directory.writeTable(WEIGHTING, weights));
    new PublishedModel(spark, output.stagingPath() + "/" + MODEL)
        .write(settings, fit, directory.readTable(H), weighting);
    List<ComponentSummary> components =
        ComponentFrame.summaries(
            fit.components(),
            TopEntries.of(fit.h(), matrix.x().grid().rank(), top),
            matrix.columns());
    LeftOut.write(input.source().rejected(), directory);
    directory.writeTable(
        COMPONENTS, ComponentFrame.write(spark, components, matrix.columns().idType()));
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
