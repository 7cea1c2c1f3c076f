package org.sparknmf.engine;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.factor.PartSum;
import org.sparknmf.engine.factor.SavedFactor;
import org.sparknmf.engine.inspect.SlicePart;
import org.sparknmf.engine.inspect.SliceQuery;
import org.sparknmf.solver.FactorMap;

/** The factor of X's rows, wherever its parts are. */
interface RowFactor {

  /** W as it stands, one element a segment, in order of rows. */
  JavaRDD<FactorPart> w();

  /** The sum of {@code length} numbers over W: segment after segment. */
  double[] sumOverRows(PartSum sum, int length);

  /**
   * What there is to say about single rows and columns: one part for each batch of rows, in order.
   *
   * @param h H' and its statistics
   */
  List<SlicePart> lines(HShare h, SliceQuery query);

  /** What W becomes, for an engine of the same kind. */
  FactorSource mappedRows(FactorMap map);

  /** Saves W as it stands, unless that is done; the caller holds it. */
  SavedFactor save();

  /** Saves the W before where the next iteration needs it, else nothing; the caller holds it. */
  default List<SavedFactor> saveMemory() {
    return List.of();
  }

  /** Takes the W before from what was saved; before anything is started. */
  default void remember(List<SavedFactor> memory) {
    // Most need to know W only.
  }

  /** Forgets W. */
  void release();
}
