package org.sparknmf.report;

import java.util.List;

/**
 * {@code figures.json}: what the report draws and no other file of a result tells. Fields are
 * added, never renamed.
 *
 * @param schemaVersion version of this layout
 * @param components one for each component, in the order of {@code components/}
 * @param similar pairs of components and how much alike their columns are, the most alike first:
 *     all pairs where there are at most {@link #ALL_PAIRS} components, else those above {@link
 *     #LEAST_SIMILAR}
 * @param worstRows the rows of X that are explained worst; absent where nobody looked
 * @param worstColumns the columns; absent where nobody looked
 * @param sample the first rows of X; absent where X has too many columns to show them
 * @param settings every setting that has a value, with where that comes from
 */
public record Figures(
    int schemaVersion,
    List<OfComponent> components,
    List<Pair> similar,
    List<Line> worstRows,
    List<Line> worstColumns,
    List<SampleRow> sample,
    List<Given> settings) {

  /** Version of the layout that this class writes. */
  public static final int SCHEMA_VERSION = 1;

  /** The number of components up to which every pair is kept. */
  public static final int ALL_PAIRS = 40;

  /** The least cosine of pairs that are kept of more components. */
  public static final double LEAST_SIMILAR = 0.5;

  /**
   * One component.
   *
   * @param component its number, 1 for the heaviest
   * @param largestInRows in how many rows of X it explains more than any other
   * @param meanShare its part in what is explained of a row, on average over rows
   * @param sparsenessOfW of its column of W: 0 where all entries are equal, 1 where one alone is
   *     not zero (Hoyer, JMLR 5, 2004)
   * @param sparsenessOfH of its row of H
   * @param zerosInW share of zeros in its column of W
   * @param zerosInH share of zeros in its row of H
   */
  public record OfComponent(
      int component,
      long largestInRows,
      double meanShare,
      double sparsenessOfW,
      double sparsenessOfH,
      double zerosInW,
      double zerosInH) {}

  /**
   * Two components.
   *
   * @param first the number of the heavier
   * @param second the number of the other
   * @param cosine of the angle between their rows of H
   */
  public record Pair(int first, int second, double cosine) {}

  /**
   * A row or column x of X, and its part y of W H.
   *
   * @param id string or long
   * @param relativeError ||x - y|| / ||x||
   * @param norm ||x||
   */
  public record Line(Object id, double relativeError, double norm) {}

  /**
   * A row of X beside its row of W H, four digits each, in order of column ids.
   *
   * @param id string or long
   * @param original what was given; null where a cell is missing
   * @param reconstruction what the factors say
   */
  public record SampleRow(Object id, List<Double> original, List<Double> reconstruction) {}

  /**
   * A setting.
   *
   * @param key its name
   * @param value what it is, secrets left out
   * @param origin where that comes from
   */
  public record Given(String key, String value, String origin) {}
}
