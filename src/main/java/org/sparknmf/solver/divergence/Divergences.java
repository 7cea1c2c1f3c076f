package org.sparknmf.solver.divergence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.Services;

/** The losses there are. */
public final class Divergences {
  private static final Services<Divergence> OTHERS = new Services<>(Divergence.class);

  private Divergences() {}

  /** The classes of those that are built in. */
  public static List<Class<?>> ours() {
    return List.of(BetaDivergence.class);
  }

  /**
   * The classes of those that other jars add, always in the same order.
   *
   * <p>None if one of them cannot be loaded: who asks for one of them by name is told.
   */
  public static List<Class<?>> added() {
    try {
      return OTHERS.all().stream()
          .sorted(Comparator.comparing(Divergence::name))
          .<Class<?>>map(Object::getClass)
          .distinct()
          .toList();
    } catch (InvalidSettingException e) {
      return List.of();
    }
  }

  /** The loss that is given by name or by the beta of a beta-divergence; empty if there is none. */
  public static Optional<Divergence> named(String text) {
    return BetaDivergence.named(text)
        .<Divergence>map(Function.identity())
        .or(() -> OTHERS.all().stream().filter(loss -> loss.name().equals(text)).findFirst());
  }
}
