package org.sparknmf.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sparknmf.linalg.CsrBuilder;
import org.sparknmf.linalg.CsrMatrix;
import org.sparknmf.linalg.DuplicatePolicy;
import org.sparknmf.linalg.SparseBlock;

class TfIdfTest {

  /** Expected numbers: TfidfTransformer() of scikit-learn 1.2.1 on the same counts. */
  @Test
  void equalsScikitLearns() {
    double[][] counts = {{3, 0, 1, 0}, {2, 0, 0, 0}, {0, 4, 1, 0}, {3, 2, 0, 0}, {0, 0, 0, 0}};
    CsrBuilder builder = new CsrBuilder(5, 4);
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 4; j++) {
        builder.add(i, j, counts[i][j]);
      }
    }
    TfIdf weights = new TfIdf(5, new long[] {3, 2, 2, 0});
    assertThat(weights.idf())
        .containsExactly(
            new double[] {1.40546511, 1.69314718, 1.69314718, 2.79175947}, within(1e-8));
    CsrMatrix weighted = weights.weigh(new SparseBlock(builder.build(DuplicatePolicy.ERROR)));
    assertThat(weighted.columnIds()).containsExactly(0, 2, 0, 1, 2, 0, 1);
    assertThat(weighted.values())
        .containsExactly(
            new double[] {0.92797579, 0.37264048, 1, 0.9701425, 0.24253563, 0.77967869, 0.6261798},
            within(1e-8));
  }
}
