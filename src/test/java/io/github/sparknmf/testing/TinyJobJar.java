package io.github.sparknmf.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs {@link TinyJob} into a jar, as spark-submit wants it. */
public final class TinyJobJar {
  private TinyJobJar() {}

  /** Writes the jar into this directory. */
  public static Path in(Path directory) {
    Path jar = directory.resolve("tiny.jar");
    String name = TinyJob.class.getName().replace('.', '/') + ".class";
    try (InputStream bytes = TinyJob.class.getClassLoader().getResourceAsStream(name);
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
