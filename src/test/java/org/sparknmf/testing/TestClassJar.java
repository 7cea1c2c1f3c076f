package org.sparknmf.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs an application among the tests into a jar, as spark-submit wants it. */
public final class TestClassJar {
  private TestClassJar() {}

  /** Writes a jar of this one class into a directory. */
  public static Path of(Class<?> application, Path directory) {
    Path jar = directory.resolve(application.getSimpleName() + ".jar");
    String name = application.getName().replace('.', '/') + ".class";
    try (InputStream bytes = application.getClassLoader().getResourceAsStream(name);
        OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new JarEntry(name));
      bytes.transferTo(entries);
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
