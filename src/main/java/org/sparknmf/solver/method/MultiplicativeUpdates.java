package org.sparknmf.solver.method;

import java.util.Optional;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Denominators;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.HeldComponents;
import org.sparknmf.solver.update.KnownCellsRatios;
import org.sparknmf.solver.update.MultiplicativeUpdate;
import org.sparknmf.solver.update.RatioUpdate;
import org.sparknmf.solver.update.RepeatedUpdate;
import org.sparknmf.solver.update.UpdateRule;

/** Multiplicative updates, for every loss (Lee and Seung, NIPS 2000; Fevotte and Idier, 2011). */
record MultiplicativeUpdates() implements Method {
  /** More updates than one pay for one product with X (Gillis and Glineur, 2012). */
  private static final int REPEATS = 5;

  @Override
  public String name() {
    return "mu";
  }

  @Override
  public String words() {
    return "multiplicative updates";
  }

  @Override
  public String help() {
    return "mu (multiplicative updates) for every loss";
  }

  @Override
  public Optional<String> refusal(Objective objective) {
    return Optional.empty();
  }

  @Override
  public TermForm terms() {
    return TermForm.RATIO;
  }

  /** Normal equations where they must tell how many cells of a row are known. */
  @Override
  public TermForm terms(Objective objective, MatrixSummary x, int rank) {
    return objective.isCounted() && Methods.hasEquations(x, rank)
        ? TermForm.NORMAL_EQUATIONS
        : TermForm.RATIO;
  }

  @Override
  public Optional<String> remark(Objective objective, MatrixSummary x, int rank) {
    return objective.isCounted() && !Methods.hasEquations(x, rank)
        ? Optional.of(Methods.tooManyEquations(x, rank) + " " + Methods.uncounted(objective))
        : Optional.empty();
  }

  @Override
  public Optional<String> repeatRefusal(Objective objective, int wanted) {
    return isRepeatable(objective)
        ? Optional.empty()
        : Optional.of(
            "inner-updates above 1 work with loss frobenius, and with unknown cells where penalties are charged by their count, got "
                + wanted
                + ": else each update needs a new pass; leave --inner-updates out");
  }

  @Override
  public int innerUpdates(Objective objective) {
    return isRepeatable(objective) ? REPEATS : 1;
  }

  /** Whether the terms of one pass serve several updates. */
  private static boolean isRepeatable(Objective objective) {
    return objective.isPlainLeastSquares() || objective.isCounted();
  }

  @Override
  public UpdateRule rule(RuleRequest request) {
    Objective objective = request.objective();
    if (request.terms() == TermForm.NORMAL_EQUATIONS) {
      return new KnownCellsRatios(request.penalty(), request.sweeps(), request.held());
    }
    Denominators denominators = objective.divergence().denominators(objective.isMissing());
    if (denominators == Denominators.GRAM) {
      UpdateRule once =
          HeldComponents.of(new MultiplicativeUpdate(request.penalty()), request.held());
      return RepeatedUpdate.of(once, request.sweeps());
    }
    return HeldComponents.of(
        new RatioUpdate(
            objective.divergence().step(request.penalty(), objective.penalties().update()),
            denominators,
            request.termsWidth()),
        request.held());
  }

  /** Where the terms tell the loss, a restart costs no pass. */
  @Override
  public Extrapolation extrapolation(Objective objective) {
    return objective.divergence().tellsLoss() && objective.isNeverRaised()
        ? Extrapolation.RATIO
        : Extrapolation.NONE;
  }

  /** An iteration is one of scikit-learn unless momentum is asked for. */
  @Override
  public boolean hasMomentumUnasked() {
    return false;
  }

  @Override
  public boolean keepsZeros() {
    return true;
  }

  @Override
  public boolean servesBatches() {
    return true;
  }
}
