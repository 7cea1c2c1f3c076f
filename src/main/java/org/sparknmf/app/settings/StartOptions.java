package org.sparknmf.app.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.SolverChoice;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.method.Methods;
import org.sparknmf.solver.start.StartKind;
import org.sparknmf.solver.update.HeldSets;

/**
 * The settings that say where a factorization starts and what of it does not move.
 *
 * @param kind what was asked for; {@link StartKind#CUSTOM} if and only if a fit to start from is
 *     given
 * @param initFrom the directory of that fit
 * @param fixW a directory whose W gives fixed components
 * @param fixH a directory whose H gives fixed components
 * @param components numbers of the fixed components, 1 for the heaviest; none for all
 */
public record StartOptions(
    StartKind kind,
    Optional<String> initFrom,
    Optional<String> fixW,
    Optional<String> fixH,
    List<Integer> components) {

  /**
   * What the settings ask for.
   *
   * @throws InvalidSettingException if they contradict each other
   */
  public static StartOptions of(ResolvedSettings settings) {
    Optional<String> initFrom = settings.find(Catalogue.INIT_FROM);
    StartOptions options =
        new StartOptions(
            kind(settings.get(Catalogue.INIT), initFrom),
            initFrom,
            settings.find(Catalogue.FIX_W),
            settings.find(Catalogue.FIX_H),
            settings.find(Catalogue.FIX_COMPONENTS).orElse(List.of()));
    options.requireComponents(settings.get(Catalogue.RANK));
    options.requireNothingHeld();
    options.requireNothingGiven(settings.get(Catalogue.MINI_BATCH).isPresent());
    Methods.requireHolding(SolverChoice.of(settings).method(), options.held());
    return options;
  }

  private static StartKind kind(StartKind kind, Optional<String> initFrom) {
    if (initFrom.isEmpty()) {
      if (kind == StartKind.CUSTOM) {
        throw new InvalidSettingException(
            "init custom starts from factors that are given, got none; give --init-from PATH");
      }
      return kind;
    }
    if (kind != StartKind.AUTO && kind != StartKind.CUSTOM) {
      throw new InvalidSettingException(
          "init %s and init-from '%s' exclude each other: a fit starts in one way; leave --init or --init-from out"
              .formatted(ValueRule.wordOf(kind), initFrom.get()));
    }
    return StartKind.CUSTOM;
  }

  private void requireNothingGiven(boolean inBatches) {
    if (inBatches && (initFrom.isPresent() || fixW.isPresent() || fixH.isPresent())) {
      throw new InvalidSettingException(
          "mini-batch and factors that are given (init-from, fix-w, fix-h) exclude each other; leave"
              + " --mini-batch out");
    }
  }

  /** As many components as there are sides that hold some: how many it is, the model says. */
  HeldSets held() {
    return HeldSets.first(fixW.isPresent() ? 1 : 0, fixH.isPresent() ? 1 : 0);
  }

  private void requireNothingHeld() {
    if (kind == StartKind.COMPRESSED && !held().isNone()) {
      throw new InvalidSettingException(
          "init compressed moves every component, and %s holds some; say --init nndsvd or leave --%1$s out"
              .formatted(fixH.isPresent() ? "fix-h" : "fix-w"));
    }
  }

  private void requireComponents(int rank) {
    if (!components.isEmpty() && fixW.isEmpty() && fixH.isEmpty()) {
      throw new InvalidSettingException(
          "fix-components names components of a model, got none; give --fix-w PATH or --fix-h PATH");
    }
    Set<Integer> distinct = new HashSet<>();
    for (int component : components) {
      if (!distinct.add(component)) {
        throw new InvalidSettingException(
            "fix-components must name each component once, got %d twice; correct --fix-components"
                .formatted(component));
      }
    }
    if (components.size() > rank) {
      throw new InvalidSettingException(
          "fix-components must name at most rank = %d components, got %d; raise --rank or name fewer"
              .formatted(rank, components.size()));
    }
  }

  /** Refuses whatever a command cannot use that starts fresh. */
  public static void requireNone(String command, ResolvedSettings settings) {
    StartOptions options = of(settings);
    if (options.initFrom.isPresent() || options.fixW.isPresent() || options.fixH.isPresent()) {
      throw new InvalidSettingException(
          command + " starts fresh and moves everything; leave --init-from, --fix-w, --fix-h out");
    }
  }
}
