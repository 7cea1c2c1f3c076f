package org.sparknmf.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A class path with a jar that registers a class which is not there. */
public final class BrokenExtension {
  /** The class that is not there. */
  public static final String GONE = "com.example.Gone";

  private BrokenExtension() {}

  /**
   * Runs something where such a jar is on the class path of the thread.
   *
   * @param service what the class would implement
   * @param directory an empty one
   */
  public static void registered(Class<?> service, Path directory, Runnable work)
      throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), GONE);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader broken =
        new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(broken);
      work.run();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
