package org.sparknmf.engine.joint;

import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/**
 * What a group of factorizations adds up over the rows of X; no shape changes on the way.
 *
 * @param product which additions change in place
 * @param numbers likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Sums to be added to, never compared.
public record JointSums(Factor product, double[] numbers) {

  /** Zeros: a product (rows x rank) and so many numbers. */
  public static JointSums zeros(int rows, int rank, int numbers) {
    return new JointSums(Factor.zeros(Precision.DOUBLE, rows, rank), new double[numbers]);
  }

  /** Numbers without a product. */
  public static JointSums zeros(int numbers) {
    return zeros(0, 1, numbers);
  }
}
