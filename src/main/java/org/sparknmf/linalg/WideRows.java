package org.sparknmf.linalg;

/** Consecutive rows of a factor as doubles: where they are, or widened. */
@SuppressWarnings("ArrayRecordComponent") // Held, never compared.
record WideRows(double[] entries, int base, int rank) {
  /**
   * Some rows of a factor, as doubles.
   *
   * @param shift row i here is row {@code shift + i} of the factor
   * @param from first row here
   * @param to one beyond the last
   */
  static WideRows of(Factor factor, int shift, int from, int to) {
    int rank = factor.rank();
    if (factor instanceof DoubleFactor doubles) {
      return new WideRows(doubles.entries(), shift * rank, rank);
    }
    double[] widened = new double[(to - from) * rank];
    factor.read(shift + from, to - from, widened);
    return new WideRows(widened, -from * rank, rank);
  }

  /** Brings rows that were changed back to the factor that they came from. */
  void writeBack(Factor factor, int shift, int from, int to) {
    if (!(factor instanceof DoubleFactor)) {
      factor.write(shift + from, to - from, entries);
    }
  }

  /** The place in the array where a row begins. */
  int at(int row) {
    return base + row * rank;
  }
}
