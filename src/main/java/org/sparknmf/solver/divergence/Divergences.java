package org.sparknmf.solver.divergence;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sparknmf.solver.Services;

/** The losses there are. */
public final class Divergences {
  private static final Map<String, Divergence> OTHERS =
      Services.of(Divergence.class).stream()
          .collect(Collectors.toUnmodifiableMap(Divergence::name, Function.identity()));

  private Divergences() {}

  /** The loss that is given by name or by the beta of a beta-divergence; empty if there is none. */
  public static Optional<Divergence> named(String text) {
    return BetaDivergence.named(text)
        .<Divergence>map(Function.identity())
        .or(() -> Optional.ofNullable(OTHERS.get(text)));
  }
}
