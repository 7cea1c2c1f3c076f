package org.sparknmf.engine.factor;

import java.io.Serializable;
import org.sparknmf.linalg.Factor;

/** The first entries of one row of a factor, on their way to the part that holds it. */
public final class GivenRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long number;
  private final double[] values;

  /**
   * Entries of a row.
   *
   * @param number global number of the row
   * @param values as many as the rank, or fewer; taken over
   */
  public GivenRow(long number, double[] values) {
    this.number = number;
    this.values = values;
  }

  /** Global number of the row. */
  public long number() {
    return number;
  }

  /** Overwrites the entries given; the others stay. */
  void writeInto(Factor factor, long firstRow) {
    int row = (int) (number - firstRow);
    double[] whole = values;
    if (values.length < factor.rank()) {
      whole = new double[factor.rank()];
      factor.read(row, 1, whole);
      System.arraycopy(values, 0, whole, 0, values.length);
    }
    factor.write(row, 1, whole);
  }
}
