package org.sparknmf.engine.joint;

import java.io.Serializable;
import java.util.List;
import org.sparknmf.engine.factor.HShare;
import org.sparknmf.engine.matrix.Segment;
import org.sparknmf.linalg.Factor;

/**
 * What factorizations that stand side by side do with a segment of X. They come in groups; a group
 * has one W, whose columns belong to all of its factorizations. Work never communicates, and
 * modifies nothing that it is given but the sums.
 */
public interface JointWork extends Serializable {

  /** How many groups there are. */
  int groups();

  /** The group as which a group's rows of W were known before. */
  default int source(int group) {
    return group;
  }

  /**
   * The rows of a group's W.
   *
   * @param old as they were; null at the very start
   * @param h what is known of H, as it was given to the pass
   * @return new rows; {@code old} where nothing changes, which it does not unless overridden
   */
  default Factor rows(int group, Segment segment, Factor old, List<HShare> h) {
    return old;
  }

  /**
   * A group's sums over no rows: a product, possibly without rows, and any numbers; none of either
   * unless overridden.
   */
  default JointSums zeros(int group) {
    return JointSums.zeros(0);
  }

  /**
   * Adds what a segment contributes to the sums of a group.
   *
   * @param w rows of W as they are now
   * @param h what is known of H, as it was given to the pass
   * @param sums modified
   */
  default void add(int group, Segment segment, Factor w, List<HShare> h, JointSums sums) {
    // Nothing adds up.
  }
}
