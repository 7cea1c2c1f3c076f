package org.sparknmf.frame;

import java.util.List;

/** The source of the ids of a matrix's rows, or of its columns. */
public sealed interface Axis {

  /**
   * The ids stand in the data itself, as strings or longs; an id that never occurs does not exist.
   */
  record FromData() implements Axis {}

  /**
   * The data has positions 0, 1, ..., size - 1 and the id of position p is the long {@code firstId
   * + p}; positions without any entry exist too, as zero rows or columns.
   */
  record Counted(long size, long firstId) implements Axis {}

  /**
   * The data has positions 0, 1, ..., and position p has the id {@code labels.get(p)}; labels are
   * distinct.
   */
  record Labelled(List<String> labels) implements Axis {}
}
