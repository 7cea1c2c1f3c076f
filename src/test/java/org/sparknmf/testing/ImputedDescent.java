package org.sparknmf.testing;

import java.util.Optional;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.method.RuleRequest;
import org.sparknmf.solver.update.Extrapolation;
import org.sparknmf.solver.update.UpdateRule;

/** {@link Methods#HALS} as it is where normal equations of all columns would be too many. */
public record ImputedDescent() implements Method {

  @Override
  public String name() {
    return "imputed";
  }

  @Override
  public String words() {
    return Methods.HALS.words();
  }

  @Override
  public String help() {
    return Methods.HALS.help();
  }

  @Override
  public Optional<String> refusal(Objective objective) {
    return Methods.HALS.refusal(objective);
  }

  @Override
  public TermForm terms() {
    return TermForm.PRODUCT;
  }

  @Override
  public TermForm terms(Objective objective, MatrixSummary x, int rank) {
    return TermForm.PRODUCT;
  }

  @Override
  public UpdateRule rule(RuleRequest request) {
    return Methods.HALS.rule(request);
  }

  @Override
  public int innerUpdates(Objective objective) {
    return Methods.HALS.innerUpdates(objective);
  }

  @Override
  public Extrapolation extrapolation(Objective objective) {
    return Methods.HALS.extrapolation(objective);
  }

  @Override
  public boolean stopsByGradient() {
    return true;
  }
}
