package org.sparknmf.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sparknmf.fit.Attempts;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SolverChoice;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.method.Method;

/** What {@code --consensus} goes together with. */
final class ConsensusOptions {
  private ConsensusOptions() {}

  /** How often the factors start, where the components are wanted that all have in common. */
  static Attempts attempts(ResolvedSettings settings) {
    int starts = settings.get(Catalogue.CONSENSUS);
    if (starts < 2) {
      throw new InvalidSettingException(
          "consensus must be 0 or at least 2, got %d; raise --consensus".formatted(starts));
    }
    int restarts = settings.get(Catalogue.RESTARTS);
    if (restarts > 1) {
      throw new InvalidSettingException(
          "restarts keeps the best fit and consensus what all have in common, got %d and %d; leave one out"
              .formatted(restarts, starts));
    }
    int rank = settings.get(Catalogue.RANK);
    if ((long) rank * starts > Attempts.MOST_COMPARED) {
      throw new InvalidSettingException(
          "rank times consensus must be at most %d, since all components are compared, got %d x %d; lower --consensus"
              .formatted(Attempts.MOST_COMPARED, rank, starts));
    }
    Optional<String> other = excluded(settings);
    if (other.isPresent()) {
      throw new InvalidSettingException(
          "consensus and %s exclude each other, since W is fitted to an H that does not move; leave one out"
              .formatted(other.get()));
    }
    return new Attempts(
        starts,
        settings.get(Catalogue.REVIVE),
        OptionalDouble.of(settings.get(Catalogue.CONSENSUS_THRESHOLD)));
  }

  private static Optional<String> excluded(ResolvedSettings settings) {
    Method method = SolverChoice.of(settings).method();
    if (method.holdingRefusal().isPresent()) {
      return Optional.of("solver " + method.name());
    }
    if (settings.get(Catalogue.MINI_BATCH).isPresent()) {
      return Optional.of("mini-batch");
    }
    return List.of(Catalogue.INIT_FROM, Catalogue.FIX_W, Catalogue.FIX_H).stream()
        .filter(setting -> settings.find(setting).isPresent())
        .map(Setting::key)
        .findFirst();
  }
}
