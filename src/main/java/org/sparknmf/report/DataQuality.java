package org.sparknmf.report;

import java.util.List;

/**
 * What in X deserves a look, in {@code manifest.json}. Of each kind the first few are named, in
 * order of their ids.
 *
 * @param zeroRows rows without a cell: all zero, or wholly unknown where cells may be missing
 * @param firstZeroRows ids of some
 * @param zeroColumns columns without a cell
 * @param firstZeroColumns ids of some
 * @param duplicateCells how many cells were given more than once
 * @param firstDuplicateCells some of them
 * @param explicitZeros how many of the entries are zeros; a dense file has one for each
 * @param smallest the smallest stored cell, which is above zero unless zeros are data
 * @param largest the largest
 */
public record DataQuality(
    long zeroRows,
    List<Object> firstZeroRows,
    long zeroColumns,
    List<Object> firstZeroColumns,
    long duplicateCells,
    List<Cell> firstDuplicateCells,
    long explicitZeros,
    double smallest,
    double largest) {

  /**
   * A place in X.
   *
   * @param row id of the row
   * @param column id of the column
   */
  public record Cell(Object row, Object column) {}
}
