package io.github.sparknmf.engine;

import io.github.sparknmf.solver.FactorMap;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** The factor of X's rows, wherever its parts are. */
interface RowFactor {

  /** W as it stands, one element a segment, in order of rows. */
  JavaRDD<FactorPart> w();

  /** So many numbers added up over W: segment after segment. */
  double[] sumOverRows(PartSum sum, int length);

  /**
   * What there is to say about single rows and columns: one part for each batch of rows, in order.
   *
   * @param h H' and its statistics
   */
  List<LinePart> lines(HShare h, LineQuery query);

  /** What W becomes, for an engine of the same kind. */
  FactorSource mappedRows(FactorMap map);

  /** Saves W as it stands, unless that is done; the caller holds it. */
  SavedFactor save();

  /** Forgets W. */
  void release();
}
