package org.sparknmf.app.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.Factorization;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.report.Figures;
import org.sparknmf.report.HistoryLine;
import org.sparknmf.report.Manifest;
import org.sparknmf.report.Pictures;
import org.sparknmf.report.PixelOrder;
import org.sparknmf.report.page.ReportData;
import org.sparknmf.solver.Component;
import org.sparknmf.solver.ComponentSummary;

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
    pictures = settings.find(OutputSettings.IMAGE_SHAPE).map(this::pictures);
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

  /** All data of the report. */
  ReportData data(Manifest manifest, List<ComponentSummary> components) {
    return new ReportData(
        manifest,
        fit.result().history().stream().map(HistoryLine::of).toList(),
        components,
        Optional.ofNullable(figures),
        Optional.empty(),
        Optional.empty(),
        pictures);
  }
}
