package io.github.sparknmf.engine;

import io.github.sparknmf.solver.FactorMap;
import org.apache.spark.api.java.JavaRDD;

/** The factor of X's rows, wherever its parts are. */
interface RowFactor {

  /** W as it stands, one element a segment, in order of rows. */
  JavaRDD<FactorPart> w();

  /** So many numbers added up over W: segment after segment. */
  double[] sumOverRows(PartSum sum, int length);

  /** What W becomes, for an engine of the same kind. */
  FactorSource mappedRows(FactorMap map);

  /** Saves W as it stands, unless that is done; the caller holds it. */
  SavedFactor save();

  /** Forgets W. */
  void release();
}
