package org.sparknmf.linalg.kernel;

import java.util.List;

/** Chooses the kernels of this JVM once; both choices give the same bits. */
public final class KernelChoice {
  /** System property: {@code auto} (default) or {@code scalar}. */
  public static final String PROPERTY = "nmf.kernels";

  private static final String MODULE = "jdk.incubator.vector";
  private static final String VECTOR_CLASS = "org.sparknmf.linalg.kernel.VectorKernels";

  /** The kernels in use; a constant for the compiler. */
  public static final Kernels ACTIVE;

  private static final String REASON;

  static {
    String wanted = System.getProperty(PROPERTY, "auto");
    if (!List.of("auto", "scalar").contains(wanted)) {
      throw new IllegalArgumentException(
          PROPERTY + " must be auto or scalar, got '" + wanted + "'; change the system property");
    }
    if (wanted.equals("scalar")) {
      ACTIVE = new ScalarKernels();
      REASON = "scalar, as " + PROPERTY + " says";
    } else if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      ACTIVE = new ScalarKernels();
      REASON = "scalar: start Java with --add-modules=" + MODULE + " for the faster ones";
    } else {
      Kernels vector = vectorKernels();
      ACTIVE = vector.isNative() ? vector : new ScalarKernels();
      REASON =
          vector.isNative()
              ? "vector, 256 bits"
              : "scalar: this processor has no vectors of 256 bits";
    }
  }

  private KernelChoice() {}

  /** Which kernels run in this JVM, and why. */
  public static String reason() {
    return REASON;
  }

  /**
   * The kernels with vectors, loaded by name, because their class is compiled apart: it needs an
   * incubator module.
   */
  static Kernels vectorKernels() {
    try {
      return Class.forName(VECTOR_CLASS)
          .asSubclass(Kernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the jar lacks " + VECTOR_CLASS, e);
    }
  }
}
