package org.sparknmf.solver;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds what other jars add: implementations that {@code META-INF/services} names. */
public final class Services {
  private Services() {}

  /**
   * One instance of each implementation, in the order of the class path.
   *
   * @throws InvalidSettingException if one cannot be made; the message says which
   */
  public static <T> List<T> of(Class<T> type) {
    try {
      return ServiceLoader.load(type, loader(type)).stream()
          .map(ServiceLoader.Provider::get)
          .toList();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InvalidSettingException(
          "an extension that is registered on the class path cannot be loaded (%s); correct its jar, or leave it out"
              .formatted(e.getMessage()));
    }
  }

  /** Jars that are given to spark-submit are seen by the thread's loader only. */
  private static ClassLoader loader(Class<?> type) {
    ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
    return ofThread == null ? type.getClassLoader() : ofThread;
  }
}
