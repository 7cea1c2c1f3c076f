package org.sparknmf.solver.method;

import java.util.BitSet;
import org.sparknmf.solver.MatrixSummary;
import org.sparknmf.solver.Penalty;
import org.sparknmf.solver.divergence.Objective;
import org.sparknmf.solver.divergence.TermForm;

/**
 * The factor for which a rule is wanted.
 *
 * @param objective what is minimised
 * @param x as it is held: its rows are W's
 * @param terms the form of the terms that the rule is given
 * @param penalty what the factor is charged
 * @param held components of the factor that stay as they are
 * @param sweeps how often a rule repeats its k x k part
 * @param termsWidth numbers in a row of the terms
 */
public record RuleRequest(
    Objective objective,
    MatrixSummary x,
    TermForm terms,
    Penalty penalty,
    BitSet held,
    int sweeps,
    int termsWidth) {}
