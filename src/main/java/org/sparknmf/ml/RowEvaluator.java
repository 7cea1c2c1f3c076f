package org.sparknmf.ml;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.frame.rows.NewRows;
import org.sparknmf.frame.rows.RowCells;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.ml.factor.FoldFunction;
import org.sparknmf.solver.TfIdf;
import org.sparknmf.solver.fold.FoldIn;

/**
 * Evaluates a model on whole rows.
 *
 * @param top how many columns stand for a component
 */
record RowEvaluator(NMFModel model, int top) {
  Evaluation evaluate(NewRows rows, long unknownColumns, Broadcast<FoldIn> shared) {
    List<List<Integer>> tops = new ArrayList<>();
    for (int c = 0; c < model.rank(); c++) {
      tops.add(positive(model.topNumbers(c, top), c));
    }
    List<Integer> counted = tops.stream().flatMap(List::stream).distinct().toList();
    Task task =
        new Task(
            shared,
            model.factors().weights().orElse(null),
            new ParamSettings(model).get(Catalogue.EMPTY_CELLS),
            counted);
    long[] state = rows.cells().mapPartitions(task::state).fold(new long[0], LongSums::of);
    RowScores scores = RowScores.of(model.rank(), counted, state);
    return new Evaluation(
        scores.rows(),
        unknownColumns,
        Math.sqrt(scores.squaredError()),
        1 - scores.squaredError(),
        scores.sparsenessOfW(),
        sparsenessOfH(),
        mean(tops, scores.coherence()::umass),
        mean(tops, scores.coherence()::npmi),
        components(tops, scores.coherence()));
  }

  /** Columns that do not belong to a component say nothing about it. */
  private List<Integer> positive(List<Integer> columns, int component) {
    return columns.stream().filter(j -> model.factors().ht().get(j, component) > 0).toList();
  }

  private double sparsenessOfH() {
    DoubleFactor ht = model.factors().ht();
    double[] gram = ht.gram();
    double[] squares = new double[ht.rank()];
    for (int c = 0; c < squares.length; c++) {
      squares[c] = gram[c * squares.length + c];
    }
    return Sparseness.mean(ht.rows(), ht.columnSums(), squares);
  }

  private static Double mean(
      List<List<Integer>> tops, Function<List<Integer>, OptionalDouble> score) {
    OptionalDouble mean =
        tops.stream()
            .map(score)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average();
    return orNull(mean);
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private List<Evaluation.OfComponent> components(List<List<Integer>> tops, Coherence coherence) {
    List<Evaluation.OfComponent> all = new ArrayList<>();
    for (int c = 0; c < tops.size(); c++) {
      List<Integer> columns = tops.get(c);
      all.add(
          new Evaluation.OfComponent(
              c,
              columns.stream().map(model.columnIds()::get).toList(),
              orNull(coherence.umass(columns)),
              orNull(coherence.npmi(columns))));
    }
    return all;
  }

  /** What runs where the rows are. */
  private record Task(
      Broadcast<FoldIn> shared, TfIdf weights, EmptyCells emptyCells, List<Integer> columns)
      implements Serializable {
    Iterator<long[]> state(Iterator<RowCells> rows) {
      FoldFunction fold = new FoldFunction(shared);
      RowScores scores = new RowScores(shared.value().rank(), columns);
      while (rows.hasNext()) {
        RowCells row = rows.next();
        double[] values = row.values().clone();
        Optional.ofNullable(weights)
            .ifPresent(some -> some.weigh(row.columns(), values, values.length));
        scores.add(row, values, fold.weights(row), shared.value(), emptyCells);
      }
      return List.of(scores.state()).iterator();
    }
  }
}
