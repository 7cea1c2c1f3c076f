package org.sparknmf.engine;

import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFit;
import org.sparknmf.engine.inspect.SliceErrors;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.solver.FactorMap;
import org.sparknmf.solver.loop.Alternation;

/** A place where X and both factors live. Every engine gives the same bits. */
public interface FitEngine {

  /** Both factors as the loop sees them; asked for once, it works without this object. */
  Alternation alternation();

  /** W as it stands, one element a segment, in order of rows. */
  JavaRDD<FactorPart> w();

  /** H' as it stands, one element a stripe, in order of columns. */
  JavaRDD<FactorPart> h();

  /** Statistics of W as it stands, not to be modified. */
  double[] rowStatistics();

  /** Statistics of H' as it stands, not to be modified. */
  double[] columnStatistics();

  /** The sum of {@code length} numbers over the rows of W: part after part. */
  double[] sumOverRows(PartSum sum, int length);

  /** The sum of {@code length} numbers over the rows of H': part after part. */
  double[] sumOverColumns(PartSum sum, int length);

  /** The lines of X that are explained worst; empty where one pass over X cannot tell. */
  default Optional<SliceErrors> lineErrors(SliceQuery query) {
    return Optional.empty();
  }

  /** What W becomes, as a start for another engine of the same {@link Engines}. */
  FactorSource mappedRows(FactorMap map);

  /** What H' becomes, as a start for another engine of the same {@link Engines}. */
  FactorSource mappedColumns(FactorMap map);

  /**
   * Saves both factors as they stand; what comes after depends on what was saved alone, not on how
   * it came about. The caller holds them in the {@link Engines#store} of the engine.
   */
  SavedFit save();

  /** Remembers what an engine did that was saved, beside its factors; before it starts. */
  void remember(SavedFit saved);

  /** Forgets the factors, once what was made of them is elsewhere. */
  void release();
}
