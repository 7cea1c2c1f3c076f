package org.sparknmf.report;

import java.util.List;

/**
 * How the components of two results differ.
 *
 * @param earlier what the other result is called
 * @param sharedColumns column ids that both have
 * @param columns how many this one has
 * @param earlierColumns how many the other has
 * @param matches every component of this result in order, and of the other those that are left
 */
public record Drift(
    String earlier, long sharedColumns, long columns, long earlierColumns, List<Match> matches) {

  /** The cosine below which two components have nothing to do with each other. */
  public static final double LEAST_ALIKE = 0.5;

  /** The cosine from which on a component is what it was. */
  public static final double SAME = 0.9;

  /**
   * A component of this result and one of the other, or one of them alone.
   *
   * @param component number in this result; 0 where the other's is gone
   * @param earlier number in the other result; 0 where this one is new
   * @param cosine of the angle between them
   * @param share of the fit here; in the other result where the component is gone
   * @param columns top columns of either
   */
  public record Match(
      int component, int earlier, double cosine, double share, List<Object> columns) {

    /** What became of it. */
    public Fate fate() {
      if (earlier == 0) {
        return Fate.NEW;
      }
      if (component == 0) {
        return Fate.GONE;
      }
      return cosine >= SAME ? Fate.SAME : Fate.CHANGED;
    }
  }

  /** What becomes of a component from one result to another. */
  public enum Fate {
    /** The component has almost the same direction as its counterpart. */
    SAME,
    /** A counterpart that differs. */
    CHANGED,
    /** The component has no counterpart in the other result. */
    NEW,
    /** The component of the other result has no counterpart in this one. */
    GONE
  }
}
