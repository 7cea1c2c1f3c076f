package org.sparknmf.io.read.asked;

import java.util.Optional;
import java.util.stream.Stream;
import org.sparknmf.solver.InvalidSettingException;

/**
 * Names of the columns (JSON: fields) that hold the matrix; what is empty is found by the rules.
 * Text without a header has the names 1, 2, 3, ...
 *
 * @param row row ids of triples; default {@code row} if there is one, else the one whose name says
 *     so, else the first
 * @param column column ids of triples; default {@code column} if there is one, else the one whose
 *     name says so, else the next
 * @param value values of triples; default {@code value} if there is one, else the one whose name
 *     says so, else the only one left, else every cell counts 1
 * @param weight weights of triples; without a name there are none
 * @param id row ids of vectors and dense rows; default {@code id} if there is one, else rows are
 *     counted
 * @param features vectors; default {@code features} if there is one, else the only vector column
 * @param text text of documents; default {@code text} if there is one, else the only column with
 *     strings that is not the id
 */
public record ColumnNames(
    Optional<String> row,
    Optional<String> column,
    Optional<String> value,
    Optional<String> weight,
    Optional<String> id,
    Optional<String> features,
    Optional<String> text) {

  /** No names: the rules decide. */
  public static ColumnNames byRule() {
    Optional<String> none = Optional.empty();
    return new ColumnNames(none, none, none, none, none, none, none);
  }

  /** The error of a weight column where rows are read whole. */
  public static InvalidSettingException weightOfNoTriples(String what) {
    return new InvalidSettingException(
        "--weight-column has no meaning for "
            + what
            + ": only triples have a weight in every line; leave it out");
  }

  public boolean any() {
    return anyOfTriples() || Stream.of(id, features, text).anyMatch(Optional::isPresent);
  }

  public boolean anyOfTriples() {
    return Stream.of(row, column, value, weight).anyMatch(Optional::isPresent);
  }
}
