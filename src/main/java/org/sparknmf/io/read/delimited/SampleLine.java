package org.sparknmf.io.read.delimited;

/** A line at the beginning of a file. */
final class SampleLine {
  private final byte[] bytes;
  private final String file;
  private final long number;
  private final long start;

  /**
   * A line.
   *
   * @param bytes without the line end; not modified
   * @param file as a person would type it
   * @param number in the file, from 1
   * @param start where it begins, in bytes of decompressed text
   */
  SampleLine(byte[] bytes, String file, long number, long start) {
    this.bytes = bytes;
    this.file = file;
    this.number = number;
    this.start = start;
  }

  byte[] bytes() {
    return bytes;
  }

  String file() {
    return file;
  }

  long number() {
    return number;
  }

  long start() {
    return start;
  }
}
