package org.sparknmf.io.read.asked;

import java.util.List;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.io.read.files.RejectedRows;

/**
 * Input as it was recognised.
 *
 * @param format never {@link InputFormat#AUTO}
 * @param description what it is, in words for a person
 * @param files its files in reading order, as a person would type them
 * @param frame the matrix
 * @param rejected what was left out of it
 */
public record MatrixSource(
    InputFormat format,
    String description,
    List<String> files,
    MatrixFrame frame,
    RejectedRows rejected) {

  /** Copies the list of files. */
  public MatrixSource {
    files = List.copyOf(files);
  }
}
