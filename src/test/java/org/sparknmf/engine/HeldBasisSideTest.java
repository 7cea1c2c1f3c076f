package org.sparknmf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.engine.factor.FactorPart;
import org.sparknmf.engine.factor.FactorSource;
import org.sparknmf.linalg.DoubleFactor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.loop.AlternatingLoop;
import org.sparknmf.solver.loop.CompressedAlternation;
import org.sparknmf.solver.loop.FitResult;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.LocalNmf;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.Rules;
import org.sparknmf.testing.PlainMatrix;

/** Iterations on a matrix A B' that is known by A and B, and on the same matrix spelled out. */
class HeldBasisSideTest {
  private static final int ROWS = 41;
  private static final int COLUMNS = 29;
  private static final int BASIS = 6;
  private static final int RANK = 3;

  private final double[] a = PlainMatrix.factor(ROWS, BASIS, 1);
  private final double[] b = PlainMatrix.factor(COLUMNS, BASIS, 2);
  private final double[] w0 = PlainMatrix.factor(ROWS, RANK, 3);
  private final double[] ht0 = PlainMatrix.factor(COLUMNS, RANK, 4);
  private final PlainMatrix x = PlainMatrix.product(a, b, BASIS);

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "8, 0", "3, 0.01"})
  void iterationsAreThoseOfTheWholeMatrix(int parts, double alpha) {
    NmfSettings settings =
        new NmfSettings(RANK, CompressedAlternation.MOST_ITERATIONS, 0, 1)
            .with(Objective.frobenius().withPenalties(alpha, 2 * alpha, 0.5), Methods.HALS);
    Rules rules = UpdateRules.of(settings, x.summary());
    SideUpdate ofRows = new SideUpdate(rules.rows(), Extrapolation.NONE);
    SideUpdate ofColumns = new SideUpdate(rules.columns(), rules.extrapolation());
    HeldBasisSide rows = new HeldBasisSide(basis(a, parts), parts(w0, RANK, parts), ofRows);
    HeldBasisSide columns = new HeldBasisSide(basis(b, parts), parts(ht0, RANK, parts), ofColumns);
    CompressedAlternation compressed = new CompressedAlternation(rows, columns, rules);
    FitResult result = new AlternatingLoop(settings, step -> {}).run(compressed, rules.loss());

    int iterations = result.iterations();
    assertThat(iterations).isGreaterThan(3);
    LocalNmf.Factors whole =
        new LocalNmf(settings.withStop(iterations, 0)).fit(x.dense(), x.summary(), w0, ht0);
    for (int t = 0; t <= iterations; t++) {
      Iteration expected = whole.result().history().get(t);
      Iteration told = result.history().get(t);
      assertThat(told.accepted()).isEqualTo(expected.accepted());
      assertThat(told.total()).isCloseTo(expected.total(), within(1e-9 * expected.total()));
      assertThat(told.relativeError()).isCloseTo(expected.relativeError(), within(1e-9));
    }
    assertThat(factor(rows)).containsExactly(whole.w(), within(1e-9));
    assertThat(factor(columns)).containsExactly(whole.ht(), within(1e-9));
    assertThat(compressed.deadComponents().isEmpty()).isTrue();
    assertThat(compressed.directLoss()).isEmpty();
  }

  private static List<MatrixBlock> basis(double[] entries, int parts) {
    return parts(entries, BASIS, parts).stream().map(BasisSide::block).toList();
  }

  /** About equally many rows each. */
  private static List<FactorPart> parts(double[] entries, int columns, int count) {
    int rows = entries.length / columns;
    List<FactorPart> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = rows * i / count;
      int to = rows * (i + 1) / count;
      double[] own = Arrays.copyOfRange(entries, from * columns, to * columns);
      parts.add(new FactorPart(i, from, DoubleFactor.of(own, columns)));
    }
    return parts;
  }

  private static double[] factor(HeldBasisSide side) {
    FactorSource.Held held = (FactorSource.Held) side.result(Precision.DOUBLE);
    return held.parts().stream()
        .flatMapToDouble(part -> Arrays.stream(part.rows().toArray()))
        .toArray();
  }
}
