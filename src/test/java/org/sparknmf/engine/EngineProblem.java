package org.sparknmf.engine;

import java.util.List;
import org.sparknmf.engine.plan.PlanKind;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.PenaltyScale;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.Penalties;
import org.sparknmf.solver.divergence.PenaltyUpdate;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.testing.Solver;

/** A solver with a loss that it serves. */
record EngineProblem(Objective objective, Solver solver) {

  /** Every solver with every loss, with penalties and unknown cells. */
  static List<EngineProblem> all() {
    Objective squares = Objective.frobenius();
    Objective divergence = Objective.ofBeta(1);
    return List.of(
        new EngineProblem(divergence, Solver.MU),
        new EngineProblem(divergence.withPenalties(0.01, 0.02, 0.5), Solver.MU),
        new EngineProblem(Objective.ofBeta(0.5), Solver.MU),
        new EngineProblem(Objective.ofBeta(1.3).withPenalties(0.001, 0.001, 0), Solver.MU),
        new EngineProblem(squares.withPenalties(0.01, 0.02, 0.5), Solver.MU),
        new EngineProblem(squares.withEmptyCells(EmptyCells.MISSING), Solver.MU),
        new EngineProblem(divergence.withEmptyCells(EmptyCells.MISSING), Solver.MU),
        new EngineProblem(squares, Solver.HALS),
        new EngineProblem(squares.withPenalties(0.01, 0.02, 0.5), Solver.HALS),
        new EngineProblem(squares.withEmptyCells(EmptyCells.MISSING), Solver.HALS),
        new EngineProblem(
            squares.withEmptyCells(EmptyCells.MISSING).withPenalties(0.001, 0.002, 0.5),
            Solver.HALS),
        new EngineProblem(counted(), Solver.HALS),
        new EngineProblem(counted(), Solver.MU),
        new EngineProblem(squares, Solver.BPP),
        new EngineProblem(squares.withPenalties(0.01, 0.02, 0.5), Solver.BPP));
  }

  /** Squares over known cells, penalised by their count. */
  private static Objective counted() {
    return Objective.frobenius()
        .withEmptyCells(EmptyCells.MISSING)
        .with(new Penalties(0.02, 0.03, 0, PenaltyScale.COUNT, PenaltyUpdate.MAJORIZE));
  }

  /** One of each kind. */
  static List<EngineProblem> some() {
    return List.of(
        all().get(0), all().get(5), all().get(7), all().get(9), all().get(11), all().get(13));
  }

  /** Whether a plan can hold it: one that sees touched columns only cannot visit every cell. */
  boolean isPossible(PlanKind kind) {
    boolean everyCell = Solver.betaOf(objective) != 1 && Solver.betaOf(objective) != 2;
    return kind != PlanKind.SHUFFLE || !everyCell;
  }

  /** Seven iterations. */
  NmfSettings settings(int rank, Precision precision) {
    return new NmfSettings(rank, 7, 0, 11).with(precision).with(objective, solver.method());
  }
}
