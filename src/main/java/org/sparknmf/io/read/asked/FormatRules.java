package org.sparknmf.io.read.asked;

import java.util.Optional;

/**
 * Rules that single formats have.
 *
 * @param zeroBased whether indices of libsvm are from 0
 * @param featureType the only type of features of 10x that is read; without one all are
 */
public record FormatRules(boolean zeroBased, Optional<String> featureType) {

  /** Indices from 1, and all features. */
  public static FormatRules byDefault() {
    return new FormatRules(false, Optional.empty());
  }
}
