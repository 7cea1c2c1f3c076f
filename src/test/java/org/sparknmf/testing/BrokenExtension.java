package org.sparknmf.testing;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A class path with a jar that registers a class which is not there, until it is closed. */
public final class BrokenExtension implements AutoCloseable {
  /** The class that is not there. */
  public static final String GONE = "com.example.Gone";

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader broken;

  /** For the calling thread. */
  public BrokenExtension(Class<?> service, Path directory) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), GONE);
    broken = new URLClassLoader(new URL[] {directory.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(broken);
  }

  @Override
  public void close() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    broken.close();
  }
}
