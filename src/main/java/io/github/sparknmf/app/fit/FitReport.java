package io.github.sparknmf.app.fit;

import io.github.sparknmf.app.report.ComponentLines;
import io.github.sparknmf.app.settings.ResolvedSettings;
import io.github.sparknmf.app.settings.Settings;
import io.github.sparknmf.fit.Factorization;
import io.github.sparknmf.frame.ComponentSummary;
import io.github.sparknmf.frame.NumberedMatrix;
import io.github.sparknmf.report.Figures;
import io.github.sparknmf.report.HistoryLine;
import io.github.sparknmf.report.Manifest;
import io.github.sparknmf.report.Pictures;
import io.github.sparknmf.report.PixelOrder;
import io.github.sparknmf.report.page.ReportData;
import io.github.sparknmf.solver.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What the report of a fit shows. */
final class FitReport {
  private final ResolvedSettings settings;
  private final NumberedMatrix matrix;
  private final Factorization fit;
  private Figures figures;
  private Optional<Pictures> pictures = Optional.empty();

  FitReport(ResolvedSettings settings, NumberedMatrix matrix, Factorization fit) {
    this.settings = settings;
    this.matrix = matrix;
    this.fit = fit;
  }

  /** Looks at the data, while they are at hand. */
  Figures look() {
    figures = new FiguresBuilder(settings, matrix, fit).build();
    pictures = settings.find(Settings.IMAGE_SHAPE).map(this::pictures);
    return figures;
  }

  private Pictures pictures(Pictures.Shape shape) {
    int rank = matrix.x().grid().rank();
    int columns = shape.pixels();
    double[] ht = SampleRows.rows(fit.h(), columns, rank);
    List<List<Double>> components = new ArrayList<>();
    for (Component one : fit.components()) {
      List<Double> pixels = new ArrayList<>(columns);
      for (int j = 0; j < columns; j++) {
        pixels.add(ht[j * rank + one.position()]);
      }
      components.add(pixels);
    }
    List<Long> numbers = LongStream.range(0, columns).boxed().toList();
    Map<Long, Object> ids = matrix.columns().ids(numbers);
    return new Pictures(shape, components, PixelOrder.of(numbers.stream().map(ids::get).toList()));
  }

  /** All of it. */
  ReportData data(Manifest manifest, List<ComponentSummary> components) {
    return new ReportData(
        manifest,
        fit.result().history().stream().map(HistoryLine::of).toList(),
        ComponentLines.of(components),
        Optional.ofNullable(figures),
        Optional.empty(),
        Optional.empty(),
        pictures);
  }
}
