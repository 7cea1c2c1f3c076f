package org.sparknmf.linalg;

/** How many bytes a number of X or of a factor takes. */
public enum Precision {
  /** 8 bytes. */
  DOUBLE(Double.BYTES),
  /** 4 bytes: half the memory and half the traffic, about seven digits. */
  SINGLE(Float.BYTES);

  private final int bytes;

  Precision(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The nearest number that this precision holds. */
  public double round(double number) {
    return this == SINGLE ? (float) number : number;
  }
}
