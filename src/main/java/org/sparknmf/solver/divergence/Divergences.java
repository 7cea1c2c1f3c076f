package org.sparknmf.solver.divergence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparknmf.solver.Services;

/** The losses there are. */
public final class Divergences {
  private static final Map<String, Divergence> OTHERS =
      Services.of(Divergence.class).stream()
          .collect(
              Collectors.toMap(
                  Divergence::name, Function.identity(), (one, other) -> one, TreeMap::new));

  private Divergences() {}

  /** What Kryo meets where a model folds rows in, always in the same order. */
  public static List<Class<?>> classes() {
    return Stream.concat(
            Stream.of(BetaDivergence.class), OTHERS.values().stream().map(Object::getClass))
        .<Class<?>>map(type -> type)
        .toList();
  }

  /** The loss that is given by name or by the beta of a beta-divergence; empty if there is none. */
  public static Optional<Divergence> named(String text) {
    return BetaDivergence.named(text)
        .<Divergence>map(Function.identity())
        .or(() -> Optional.ofNullable(OTHERS.get(text)));
  }
}
