package org.sparknmf.solver.loop;

import java.util.SplittableRandom;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.testing.PlainMatrix;

/**
 * Any kind of matrix: sparse or full, of low rank, with zero rows and columns, huge or tiny.
 *
 * @param rank of a factorization
 * @param single whether single precision may hold it
 */
record AnyMatrix(PlainMatrix x, int rank, double scale, boolean single) {

  static AnyMatrix of(SplittableRandom random, long seed) {
    int rows = random.nextInt(1, 12);
    int columns = random.nextInt(1, 12);
    int rank = random.nextInt(1, 5);
    double density = random.nextInt(2) == 0 ? 1 : random.nextDouble(0.1, 0.9);
    PlainMatrix cells = PlainMatrix.random(rows, columns, density, seed);
    if (random.nextInt(4) == 0) {
      int ofX = random.nextInt(1, rank + 1);
      cells =
          PlainMatrix.product(
              PlainMatrix.factor(rows, ofX, seed), PlainMatrix.factor(columns, ofX, -seed), ofX);
    }
    if (random.nextInt(4) == 0) {
      PlainMatrix all = cells;
      cells = PlainMatrix.of(rows, columns, (i, j) -> i % 3 == 1 || j % 4 == 2 ? 0 : all.at(i, j));
    }
    double scale = Math.pow(10, random.nextInt(3) == 0 ? random.nextInt(-60, 60) : 0);
    boolean single = Math.abs(Math.log10(scale)) < 10 && random.nextInt(5) == 0;
    return new AnyMatrix(cells.times(scale), rank, scale, single);
  }

  /** Some components that are held, or none. */
  HeldSets held(SplittableRandom random) {
    return random.nextInt(4) == 0
        ? HeldSets.first(random.nextInt(rank + 1), random.nextInt(rank + 1))
        : HeldSets.none();
  }
}
