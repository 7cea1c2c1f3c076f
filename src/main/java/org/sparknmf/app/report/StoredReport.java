package org.sparknmf.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.sparknmf.app.run.ImageShape;
import org.sparknmf.app.run.ResultWriter;
import org.sparknmf.app.run.StoredText;
import org.sparknmf.io.publish.ResultFiles;
import org.sparknmf.io.publish.StoredRows;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.report.Figures;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Pictures;
import org.sparknmf.report.PixelOrder;
import org.sparknmf.report.Selection;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.text.Json;

/** What a published result has to tell, read without Spark. */
final class StoredReport {
  private final ResultFiles files;
  private final Manifest manifest;
  private List<ComponentSummary> components;

  private StoredReport(ResultFiles files, Manifest manifest) {
    this.files = files;
    this.manifest = manifest;
  }

  /**
   * Opens a result.
   *
   * @throws InputUnreadableException if it is none
   */
  static StoredReport open(Configuration configuration, String directory) {
    ResultFiles files = ResultFiles.of(configuration, directory);
    String json = files.requiredText(ResultWriter.MANIFEST);
    return new StoredReport(files, read(files, ResultWriter.MANIFEST, json, Manifest.class));
  }

  private static <T> T read(ResultFiles files, String name, String json, Class<T> type) {
    return StoredText.read(files.file(name), json, type);
  }

  ResultFiles files() {
    return files;
  }

  String path() {
    return files.path();
  }

  Manifest manifest() {
    return manifest;
  }

  List<ComponentSummary> components() {
    if (components == null) {
      components = StoredRows.components(files, ResultWriter.COMPONENTS);
    }
    return components;
  }

  List<HistoryLine> history() {
    return files.text(ResultWriter.HISTORY).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .map(line -> read(files, ResultWriter.HISTORY, line, HistoryLine.class))
        .toList();
  }

  Optional<Figures> figures() {
    return files
        .text(ResultWriter.FIGURES)
        .map(json -> read(files, ResultWriter.FIGURES, json, Figures.class));
  }

  /**
   * The selection of a rank: from a file of its own, or from the outcome of a command that tried
   * ranks.
   */
  Optional<Selection> selection() {
    Optional<Selection> own =
        files
            .text(ResultWriter.SELECTION)
            .map(json -> read(files, ResultWriter.SELECTION, json, Selection.class));
    Map<String, Object> outcome = manifest.work().outcome();
    if (own.isPresent() || outcome == null || !outcome.containsKey("ranks")) {
      return own;
    }
    String json = Json.document(outcome);
    return Optional.of(read(files, ResultWriter.MANIFEST, json, Selection.class));
  }

  /** The components as pictures of a shape that H must have. */
  Pictures pictures(Pictures.Shape shape) {
    ImageShape.require(
        shape, manifest.work().matrix().map(Manifest.InputRecord::columns).orElse(0L));
    List<Object> ids = new ArrayList<>();
    List<double[]> rows = new ArrayList<>();
    StoredRows.factor(
        files,
        ResultWriter.H,
        (id, row) -> {
          ids.add(id);
          rows.add(row);
        });
    ImageShape.require(shape, ids.size());
    List<List<Double>> pixels =
        components().stream()
            .map(one -> rows.stream().map(row -> row[one.position()]).toList())
            .toList();
    return new Pictures(shape, pixels, PixelOrder.of(ids));
  }
}
