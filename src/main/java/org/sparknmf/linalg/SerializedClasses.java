package org.sparknmf.linalg;

import java.util.List;

/**
 * The classes of which blocks and factors consist, for serializers that want to know them
 * beforehand.
 */
public final class SerializedClasses {
  private SerializedClasses() {}

  /** Every class, in a fixed order. */
  public static List<Class<?>> all() {
    return List.of(
        SparseBlock.class,
        DenseBlock.class,
        CompactRows.class,
        CompactCells.class,
        CompactNumbers.class,
        DoubleFactor.class,
        FloatFactor.class);
  }
}
