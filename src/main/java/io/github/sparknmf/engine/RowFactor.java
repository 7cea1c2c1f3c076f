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

  /** Forgets W. */
  void release();
}
