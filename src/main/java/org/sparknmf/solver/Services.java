package org.sparknmf.solver;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds what other jars add: implementations that {@code META-INF/services} names.
 *
 * <p>They are looked for when they are asked for, and once for a class loader: a jar that is broken
 * must not stop a run that needs nothing of it.
 *
 * @param <T> what they implement
 */
public final class Services<T> {
  private final Class<T> type;
  private volatile Found<T> found;

  private record Found<T>(ClassLoader loader, List<T> implementations) {}

  /** Implementations of an interface. */
  public Services(Class<T> type) {
    this.type = type;
  }

  /**
   * One instance of each implementation, in the order of the class path.
   *
   * @throws InvalidSettingException if one cannot be made; the message says which
   */
  public List<T> all() {
    ClassLoader loader = loader();
    Found<T> known = found;
    if (known == null || known.loader != loader) {
      known = new Found<>(loader, load(loader));
      found = known;
    }
    return known.implementations;
  }

  private List<T> load(ClassLoader loader) {
    try {
      return ServiceLoader.load(type, loader).stream().map(ServiceLoader.Provider::get).toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InvalidSettingException(
          "an extension that is registered on the class path cannot be loaded (%s); correct its jar, or leave it out"
              .formatted(e.getMessage()));
    }
  }

  /** Jars that are given to spark-submit are seen by the thread's loader only. */
  private ClassLoader loader() {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? type.getClassLoader() : ofThread;
  }
}
