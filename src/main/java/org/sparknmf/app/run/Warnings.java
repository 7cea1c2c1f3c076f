package org.sparknmf.app.run;

import java.util.ArrayList;
import java.util.List;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.app.settings.StartOptions;
import org.sparknmf.fit.Factorization;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.SolverChoice;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.solver.method.Method;
import org.sparknmf.solver.start.StartKind;

/** What is allowed, and yet seldom meant. */
public final class Warnings {
  private Warnings() {}

  /** What the settings alone give reason to say. */
  public static List<String> before(ResolvedSettings settings) {
    List<String> warnings = new ArrayList<>();
    boolean onW = settings.get(Catalogue.ALPHA_W) > 0;
    boolean onH = settings.get(Catalogue.ALPHA_H) > 0;
    if (onW != onH) {
      warnings.add(
          "only %s is penalised: its size moves to the other factor and the penalty means nothing; give --alpha-w and --alpha-h both"
              .formatted(onW ? "W" : "H"));
    }
    StartKind start = StartOptions.of(settings).kind();
    boolean locked = start == StartKind.NNDSVD || start == StartKind.COMPRESSED;
    Method method = SolverChoice.of(settings).method();
    if (locked && method.keepsZeros()) {
      warnings.add(
          "init %s has zeros that solver %s can never change; say --init nndsvda or --solver hals"
              .formatted(ValueRule.wordOf(start), method.name()));
    }
    return warnings;
  }

  /** The warnings before a fit, and those that its result gives reason for. */
  public static List<String> after(ResolvedSettings settings, Factorization fit) {
    List<String> warnings = before(settings);
    fit.consensus()
        .filter(consensus -> !consensus.found())
        .ifPresent(
            consensus ->
                warnings.add(
                    "%d fits have too little in common, the best was kept; raise --consensus-threshold or lower --rank"
                        .formatted(consensus.fits())));
    int dead = fit.deadComponents();
    if (dead > 0) {
      warnings.add(
          "%d of %d components are dead; lower --rank or say --revive"
              .formatted(dead, fit.components().size()));
    }
    return warnings;
  }
}
