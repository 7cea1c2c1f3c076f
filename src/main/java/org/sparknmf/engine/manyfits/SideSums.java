package org.sparknmf.engine.manyfits;

import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.Precision;

/** What a group of factorizations adds up over the rows of X; no shape changes on the way. */
public final class SideSums {
  private final Factor product;
  private final double[] numbers;

  SideSums(Factor product, double[] numbers) {
    this.product = product;
    this.numbers = numbers;
  }

  /** Zeros: a product (rows x rank) and so many numbers. */
  public static SideSums zeros(int rows, int rank, int numbers) {
    return new SideSums(Factor.zeros(Precision.DOUBLE, rows, rank), new double[numbers]);
  }

  /** Numbers without a product. */
  public static SideSums zeros(int numbers) {
    return zeros(0, 1, numbers);
  }

  /** The product; whoever adds something changes it. */
  public Factor product() {
    return product;
  }

  /** The numbers; whoever adds something changes them. */
  public double[] numbers() {
    return numbers;
  }
}
