package org.sparknmf.engine.factor;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.Path;

/**
 * What is wrong with a file of a saved factor: that it is damaged, or only that it cannot be read.
 */
public final class SavedFlaw implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean damage;
  private final String file;
  private final String words;

  private SavedFlaw(boolean damage, String file, String words) {
    this.damage = damage;
    this.file = file;
    this.words = words;
  }

  /** Evidence that the file is not as it was written. */
  static SavedFlaw damage(String words) {
    return new SavedFlaw(true, "", words);
  }

  /** A fault of the storage, which may pass. */
  static SavedFlaw fault(Path file, IOException said) {
    return new SavedFlaw(false, file.toString(), String.valueOf(said.getMessage()));
  }

  boolean isDamage() {
    return damage;
  }

  String words() {
    return words;
  }

  /** Ends a run that would otherwise take a fault for damage. */
  void fail() {
    throw CheckpointException.unreadable(file, words);
  }
}
