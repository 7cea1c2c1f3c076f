package org.sparknmf.solver.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.sparknmf.linalg.Factor;
import org.sparknmf.linalg.MatrixBlock;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.UpdateRules;
import org.sparknmf.solver.start.Revival;
import org.sparknmf.solver.update.HeldSets;
import org.sparknmf.solver.update.Rules;

/** A run whose factors can be looked at after each iteration. */
final class MomentumRun {
  final NmfSettings settings;
  final Factor w;
  final LocalRowSide rows;
  final HeldAlternation factors;
  final Rules rules;

  MomentumRun(
      MatrixBlock x, MatrixSummary summary, NmfSettings settings, HeldSets held, Trial.Step at) {
    this.settings = settings;
    this.rules = UpdateRules.of(settings, summary, held);
    this.w = factor(settings, at.w());
    this.rows = new LocalRowSide(x, w, rules);
    this.factors =
        HeldAlternation.of(rows, factor(settings, at.ht()), rules, UpdateOrder.ROWS_FIRST, summary);
  }

  private static Factor factor(NmfSettings settings, double[] entries) {
    Factor factor =
        Factor.zeros(settings.precision(), entries.length / settings.rank(), settings.rank());
    factor.write(0, factor.rows(), entries);
    return factor;
  }

  AlternatingLoop loop(Optional<Revival> revival, LoopKeeper keeper) {
    return new AlternatingLoop(settings, iteration -> {}, revival, keeper);
  }

  FitResult run(LoopKeeper keeper) {
    return loop(Optional.empty(), keeper).run(factors, rules.loss());
  }

  /** The first components of a factor are what they were at the start. */
  static void requireHeld(int rank, List<double[]> factors, int held) {
    double[] before = factors.get(0);
    double[] after = factors.get(factors.size() - 1);
    for (int p = 0; p < before.length; p++) {
      if (p % rank < held) {
        assertThat(after[p]).isEqualTo(before[p]);
      }
    }
  }
}
