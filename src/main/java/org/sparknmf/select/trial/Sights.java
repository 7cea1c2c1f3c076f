package org.sparknmf.select.trial;

import java.util.List;
import java.util.stream.IntStream;
import org.sparknmf.engine.joint.JointPasses;
import org.sparknmf.engine.joint.JointSums;
import org.sparknmf.engine.matrix.DistributedMatrix;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.loss.Loss;
import org.sparknmf.solver.method.NmfSettings;

/**
 * Looks at X as each group of fits is to see it.
 *
 * @param settings of the fits, but for their rank
 * @param held what each group does not see
 */
record Sights(DistributedMatrix x, JointPasses passes, NmfSettings settings, List<HeldOut> held) {

  /** One sight a group: in one pass, or two where errors are told relative to a constant fit. */
  List<Sight> take() {
    List<TrialGroup> groups =
        held.stream().map(cells -> new TrialGroup(cells, List.of(), 0)).toList();
    List<Survey.Moments> moments =
        passes.change("what each fit sees", new Survey(groups), List.of()).stream()
            .map(Survey.Moments::of)
            .toList();
    List<MatrixSummary> seen = moments.stream().map(one -> one.seenOf(x.summary())).toList();
    List<Loss> losses = seen.stream().map(settings::loss).toList();
    return losses.get(0).yardstick().isPresent()
        ? IntStream.range(0, groups.size())
            .mapToObj(g -> bySquares(seen.get(g), losses.get(g), moments.get(g)))
            .toList()
        : byConstants(groups, seen, losses);
  }

  private static Sight bySquares(MatrixSummary seen, Loss loss, Survey.Moments moments) {
    return new Sight(seen, loss.yardstick().orElseThrow(), moments.heldSquares() / 2);
  }

  private List<Sight> byConstants(
      List<TrialGroup> groups, List<MatrixSummary> seen, List<Loss> losses) {
    Baseline baseline =
        new Baseline(groups, losses, seen.stream().mapToDouble(MatrixSummary::mean).toArray());
    List<JointSums> sums = passes.look("loss of the best constant fits", baseline, List.of());
    return IntStream.range(0, groups.size())
        .mapToObj(g -> baseline.sight(g, seen.get(g), sums.get(g)))
        .toList();
  }
}
