package org.sparknmf.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorParts;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.FactorStore;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.inspect.SliceErrors;
import org.sparknmf.engine.inspect.SlicePart;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.engine.matrix.BlockGrid;
import org.sparknmf.engine.spark.SparkScope;
import org.sparknmf.linalg.Factor;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.StripeSums;
import org.sparknmf.solver.Stripes;
import org.sparknmf.solver.loop.Alternation;
import org.sparknmf.solver.loop.HeldAlternation;
import org.sparknmf.solver.loop.LoopMemory;

/** H' on the driver, the rows wherever their engine keeps them. */
final class HeldColumnsEngine implements FitEngine {
  private final RowFactor rows;
  private final HeldAlternation columns;
  private final BlockGrid grid;
  private final FactorStore store;
  private final SparkScope scope;
  private Factor distributed;
  private JavaRDD<FactorPart> h;

  HeldColumnsEngine(
      RowFactor rows,
      HeldAlternation columns,
      BlockGrid grid,
      FactorStore store,
      SparkScope scope) {
    this.rows = rows;
    this.columns = columns;
    this.grid = grid;
    this.store = store;
    this.scope = scope;
  }

  @Override
  public Alternation alternation() {
    return columns;
  }

  @Override
  public JavaRDD<FactorPart> w() {
    return rows.w();
  }

  /** H' as parts on the cluster, sent out once, however often it is asked for. */
  @Override
  public JavaRDD<FactorPart> h() {
    if (distributed != columns.ht()) {
      distributed = columns.ht();
      h = FactorParts.distribute(stripes(distributed), scope);
    }
    return h;
  }

  private static List<FactorPart> stripes(Factor ht) {
    Stripes stripes = new Stripes(ht.rows(), ht.rank());
    return IntStream.range(0, stripes.count())
        .mapToObj(
            s -> new FactorPart(s, stripes.start(s), ht.slice(stripes.start(s), stripes.size(s))))
        .toList();
  }

  @Override
  public double[] rowStatistics() {
    return columns.rowStatistics();
  }

  @Override
  public double[] columnStatistics() {
    return columns.columnStatistics();
  }

  @Override
  public double[] sumOverRows(PartSum sum, int length) {
    return rows.sumOverRows(sum, length);
  }

  @Override
  public double[] sumOverColumns(PartSum sum, int length) {
    return StripeSums.inOrder(
        stripes(columns.ht()).stream().map(part -> part.sum(sum, length)).toList());
  }

  @Override
  public Optional<SliceErrors> lineErrors(SliceQuery query) {
    HShare h = new HShare(columns.ht(), columns.columnStatistics());
    List<SlicePart> parts = rows.lines(h, query);
    return Optional.of(SliceErrors.of(parts, grid, h.ht(), columns.rowStatistics(), query));
  }

  @Override
  public FactorSource mappedRows(FactorMap map) {
    return rows.mappedRows(map);
  }

  @Override
  public FactorSource mappedColumns(FactorMap map) {
    return new FactorSource.Held(
        stripes(columns.ht()).stream().map(part -> part.mapped(map)).toList());
  }

  @Override
  public SavedFit save() {
    LoopMemory memory = columns.memory();
    return new SavedFit(
        rows.save(),
        save(columns.ht()),
        memory.factors().stream().map(this::save).toList(),
        rows.saveMemory(),
        memory.numbers());
  }

  private SavedFactor save(Factor ofColumns) {
    return store.save(stripes(ofColumns), grid);
  }

  @Override
  public void remember(SavedFit saved) {
    rows.remember(saved.rowMemory());
    columns.remember(
        new LoopMemory(
            saved.memory().stream().map(factor -> factor.whole(grid)).toList(), saved.numbers()));
  }

  @Override
  public void release() {
    rows.release();
  }
}
