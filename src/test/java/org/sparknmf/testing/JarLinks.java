package org.sparknmf.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.sparknmf.testing.ConstantPool.Reference;

/**
 * Links a jar against libraries as the Java Virtual Machine would, all of it and without running
 * it: each class, field and method that the jar's own classes use must be there, and each of their
 * abstract methods be implemented.
 */
public final class JarLinks {
  private static final String CLASS = ".class";

  private final Path jar;
  private final List<Path> libraries;

  /** A jar, on a class path of these libraries alone. */
  public JarLinks(Path jar, List<Path> libraries) {
    this.jar = jar;
    this.libraries = libraries;
  }

  /** What would be an error at run time; by what is missing, with the classes that use it. */
  public List<String> broken() {
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (JarFile file = new JarFile(jar.toFile());
        URLClassLoader loader = new URLClassLoader(classPath(), platform)) {
      List<String> broken = new ArrayList<>();
      uses(file).forEach((what, users) -> broken.addAll(broken(what, users, loader)));
      for (JarEntry entry : ownClasses(file)) {
        broken.addAll(unimplemented(nameOf(entry), loader));
      }
      return broken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static List<JarEntry> ownClasses(JarFile file) {
    return Collections.list(file.entries()).stream()
        .filter(entry -> entry.getName().endsWith(CLASS) && !entry.getName().contains("/shaded/"))
        .toList();
  }

  private static String nameOf(JarEntry entry) {
    String name = entry.getName();
    return name.substring(0, name.length() - CLASS.length()).replace('/', '.');
  }

  /** Which classes use what; Java itself is left out, javac has looked after that. */
  private static SortedMap<Reference, SortedSet<String>> uses(JarFile file) throws IOException {
    SortedMap<Reference, SortedSet<String>> uses =
        new TreeMap<>(Comparator.comparing(Reference::toString));
    for (JarEntry entry : ownClasses(file)) {
      try (InputStream bytes = file.getInputStream(entry)) {
        for (Reference reference : ConstantPool.read(bytes).references()) {
          if (!reference.owner().startsWith("java/")) {
            uses.computeIfAbsent(reference, what -> new TreeSet<>()).add(nameOf(entry));
          }
        }
      }
    }
    return uses;
  }

  private static List<String> broken(Reference what, Collection<String> users, ClassLoader loader) {
    try {
      Class<?> owner = Class.forName(what.owner().replace('/', '.'), false, loader);
      if (what.isClass() || isMember(what, owner)) {
        return List.of();
      }
      return List.of(
          "%s has no %s%s, which is used by %s"
              .formatted(what.owner(), what.name(), what.descriptor(), users));
    } catch (ClassNotFoundException | LinkageError e) {
      return List.of("%s is not there (%s), which is used by %s".formatted(what.owner(), e, users));
    }
  }

  /** In a class, in what it inherits from, and for an interface in what every object has. */
  private static boolean isMember(Reference what, Class<?> owner) {
    if (declares(what, owner)) {
      return true;
    }
    Stream<Class<?>> above =
        Stream.concat(
            Stream.ofNullable(owner.isInterface() ? Object.class : owner.getSuperclass()),
            Arrays.stream(owner.getInterfaces()));
    return !what.name().equals("<init>") && above.anyMatch(type -> isMember(what, type));
  }

  private static boolean declares(Reference what, Class<?> owner) {
    if (!what.isMethod()) {
      return Arrays.stream(owner.getDeclaredFields())
          .anyMatch(
              field ->
                  field.getName().equals(what.name())
                      && field.getType().descriptorString().equals(what.descriptor()));
    }
    Executable[] executables =
        what.name().equals("<init>") ? owner.getDeclaredConstructors() : owner.getDeclaredMethods();
    return Arrays.stream(executables)
        .anyMatch(
            executable ->
                (executable instanceof Constructor || executable.getName().equals(what.name()))
                    && descriptor(executable).equals(what.descriptor()));
  }

  private static String descriptor(Executable executable) {
    Class<?> result = executable instanceof Method method ? method.getReturnType() : void.class;
    return MethodType.methodType(result, executable.getParameterTypes()).descriptorString();
  }

  private static List<String> unimplemented(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return Modifier.isAbstract(type.getModifiers())
          ? List.of()
          : Arrays.stream(type.getMethods())
              .filter(method -> Modifier.isAbstract(method.getModifiers()))
              .map(method -> name + " does not implement " + method)
              .toList();
    } catch (ClassNotFoundException | LinkageError e) {
      return List.of(name + " cannot be loaded: " + e);
    }
  }
}
