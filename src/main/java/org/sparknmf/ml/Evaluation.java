package org.sparknmf.ml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How well a model fits whole rows, each with its best weights for the model's H.
 *
 * @param rows how many
 * @param unknownColumns columns of the data that the model lacks; their cells were left out
 * @param relativeError ||X - WH|| / ||X||, over the stored cells where the model takes the others
 *     for unknown
 * @param explainedVariance 1 - ||X - WH||^2 / ||X||^2 (Hutchins et al., Bioinformatics 24, 2008)
 * @param sparsenessOfW mean over components, see {@link Sparseness}
 * @param sparsenessOfH mean over components
 * @param umass mean over components, see {@link Coherence}; null where no component has two top
 *     columns in the data
 * @param npmi mean over components, likewise
 * @param components one by one, in the order of the factors
 */
public record Evaluation(
    long rows,
    long unknownColumns,
    double relativeError,
    double explainedVariance,
    double sparsenessOfW,
    double sparsenessOfH,
    Double umass,
    Double npmi,
    List<OfComponent> components) {

  /**
   * One component.
   *
   * @param position its place in the factors, from 0
   * @param columns ids of its top columns
   * @param umass null where it has no two top columns in the data
   * @param npmi null likewise
   */
  public record OfComponent(int position, List<Object> columns, Double umass, Double npmi) {

    @Override
    public String toString() {
      String words = columns.stream().map(Object::toString).collect(Collectors.joining(" "));
      return String.format(Locale.ROOT, "umass %.3f  npmi %.3f  %s", umass, npmi, words);
    }
  }
}
