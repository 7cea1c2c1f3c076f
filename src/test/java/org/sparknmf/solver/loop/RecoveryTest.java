package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.PlainMatrix;
import org.sparknmf.testing.PlantedComponents;
import org.sparknmf.testing.Solver;

/**
 * Factors that are the only ones are found (numerics: O6): matched by the assignment of largest
 * cosines, each at least 0.99.
 */
class RecoveryTest {
  private static final double FOUND = 0.99;

  private static NmfSettings settings(double beta, Solver solver, int rank, int iterations) {
    return Trial.settings(Objective.ofBeta(beta), solver, rank, iterations);
  }

  /** The best of some fits: what a local minimum hides from one start another one finds. */
  private static LocalNmf.Factors best(PlainMatrix x, NmfSettings settings, int seeds) {
    LocalNmf.Factors best = null;
    for (int seed = 0; seed < seeds; seed++) {
      LocalNmf.Factors fit = Trial.fit(x, Trial.seeded(settings, seed));
      if (best == null || fit.result().loss() < best.result().loss()) {
        best = fit;
      }
    }
    return best;
  }

  private static void assertFound(double[] planted, double[] found, int rank) {
    for (double cosine : PlantedComponents.cosines(planted, found, rank)) {
      assertThat(cosine).isGreaterThanOrEqualTo(FOUND);
    }
  }

  @Test
  void theAssignmentIsTheBestNotTheGreedyOne() {
    double[] planted = {1, 0.8, 0, 0.6};
    double[] found = {1, 0, 0.1, 1};
    assertThat(PlantedComponents.cosines(planted, found, 2))
        .containsExactly(new double[] {1 / Math.sqrt(1.01), 0.6}, within(1e-12));
    double[] exchanged = {0.9, 1, 0.1, 0};
    double length = Math.sqrt(0.82);
    assertThat(PlantedComponents.cosines(new double[] {1, 1, 0.5, 0}, exchanged, 2))
        .containsExactly(new double[] {0.95 / Math.sqrt(1.25) / length, 1}, within(1e-12));
  }

  /**
   * The 6 x 3 matrix W of Laurberg, Christensen, Plumbley, Hansen and Jensen (Computational
   * Intelligence and Neuroscience, 2008) with X = W W'. Its rows, scaled to sum 1, are six points
   * on the border of the triangle, whose hull holds the inscribed circle as long as alpha is below
   * 1/2, so that X has no other factorization of rank 3 but by scale and order.
   */
  @ParameterizedTest
  @CsvSource({"2, MU, 5000", "1, MU, 5000", "2, HALS, 1000", "2, BPP, 1000"})
  void laurbergsMatrixIsFoundFromAnyStart(double beta, Solver solver, int iterations) {
    double alpha = 0.3;
    double[] w = {alpha, 1, 0, 1, alpha, 0, 1, 0, alpha, alpha, 0, 1, 0, alpha, 1, 0, 1, alpha};
    PlainMatrix x = PlainMatrix.product(w, w, 3);
    for (long seed = 0; seed < 5; seed++) {
      NmfSettings settings = Trial.seeded(settings(beta, solver, 3, iterations), seed);
      LocalNmf.Factors fit = Trial.fit(x, settings);
      assertFound(w, fit.w(), 3);
      assertFound(w, fit.ht(), 3);
    }
  }

  /**
   * Blocks that share neither rows nor columns, each of rank 1: the data of scikit-learn's test.
   */
  @ParameterizedTest
  @CsvSource({"2, MU", "1, MU", "2, HALS", "2, BPP"})
  void separableBlocksAreFound(double beta, Solver solver) {
    int rank = 5;
    SplittableRandom random = new SplittableRandom(1);
    double[] w = new double[40 * rank];
    double[] ht = new double[30 * rank];
    Arrays.setAll(w, p -> p / rank % rank == p % rank ? random.nextDouble(0.5, 2) : 0);
    Arrays.setAll(ht, p -> p / rank % rank == p % rank ? random.nextDouble(0.5, 2) : 0);
    LocalNmf.Factors fit =
        best(PlainMatrix.product(w, ht, rank), settings(beta, solver, rank, 500), 10);
    assertFound(w, fit.w(), rank);
    assertFound(ht, fit.ht(), rank);
  }

  /**
   * Swimmers of 16 parts, 4 limbs in 4 positions each, without a torso, which would make the parts
   * ambiguous: all 256 combinations, 2 pixels to a part. They obey the rules by which the parts are
   * the only ones (Donoho and Stodden, NIPS 2003): parts have pixels of their own, and every
   * combination occurs.
   */
  @ParameterizedTest
  @CsvSource({"2, MU, 300, 10", "1, MU, 300, 10", "2, HALS, 150, 10", "2, BPP, 100, 10"})
  void theLimbsOfSwimmersAreFound(double beta, Solver solver, int iterations, int seeds) {
    int parts = 16;
    double[] w = new double[256 * parts];
    for (int image = 0; image < 256; image++) {
      for (int limb = 0; limb < 4; limb++) {
        w[image * parts + 4 * limb + ((image >> (2 * limb)) & 3)] = 1;
      }
    }
    double[] ht = new double[2 * parts * parts];
    Arrays.setAll(ht, p -> p / parts / 2 == p % parts ? 1 : 0);
    LocalNmf.Factors fit =
        best(PlainMatrix.product(w, ht, parts), settings(beta, solver, parts, iterations), seeds);
    assertFound(ht, fit.ht(), parts);
    assertFound(w, fit.w(), parts);
  }

  /**
   * Bars on a grid of 4 x 4 pixels, of which each image has some, each in a strength of its own
   * (Foldiak, Biological Cybernetics, 1990). Some images have one bar only, so that nothing else
   * than bars can make them.
   */
  @ParameterizedTest
  @CsvSource({"2, MU, 600, 10", "1, MU, 600, 10", "2, HALS, 200, 10", "2, BPP, 100, 10"})
  void barsAreFound(double beta, Solver solver, int iterations, int seeds) {
    int rank = 8;
    int images = 150;
    SplittableRandom random = new SplittableRandom(3);
    double[] w = new double[images * rank];
    Arrays.setAll(w, p -> random.nextInt(4) == 0 ? random.nextDouble(0.5, 2) : 0);
    double[] ht = new double[16 * rank];
    for (int pixel = 0; pixel < 16; pixel++) {
      ht[pixel * rank + pixel / 4] = 1;
      ht[pixel * rank + 4 + pixel % 4] = 1;
    }
    LocalNmf.Factors fit =
        best(PlainMatrix.product(w, ht, rank), settings(beta, solver, rank, iterations), seeds);
    assertFound(ht, fit.ht(), rank);
    assertFound(w, fit.w(), rank);
  }
}
