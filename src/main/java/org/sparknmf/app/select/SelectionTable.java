package org.sparknmf.app.select;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.report.Selection;
import org.sparknmf.report.Selection.RankFigures;
import org.sparknmf.select.RankSelection;
import org.sparknmf.select.RankSummary;

/** What is known of each rank, as others read it. */
final class SelectionTable {
  static final StructType SCHEMA =
      new StructType()
          .add("rank", "int", false)
          .add("recommended", "boolean", false)
          .add("heldOutError", "double", false)
          .add("heldOutDeviation", "double", false)
          .add("relativeError", "double", false)
          .add("nullError", "double", false)
          .add("silhouette", "double", false)
          .add("leastSilhouette", "double", false)
          .add("cophenetic", "double", false)
          .add("dispersion", "double", false);

  private SelectionTable() {}

  static Selection of(RankSelection.Outcome outcome, int restarts) {
    return new Selection(
        outcome.choice().rank(),
        outcome.choice().reason(),
        outcome.heldOutShare(),
        restarts,
        outcome.ranks().stream().map(SelectionTable::figures).toList());
  }

  private static RankFigures figures(RankSummary one) {
    return new RankFigures(
        one.rank(),
        one.heldOutError(),
        one.heldOutDeviation(),
        one.relativeError(),
        one.nullError(),
        one.silhouette(),
        one.leastSilhouette(),
        one.cophenetic(),
        one.dispersion());
  }

  /** One row a rank, in order. */
  static List<Row> rows(Selection found) {
    return found.ranks().stream().map(one -> row(one, found.recommendedRank())).toList();
  }

  private static Row row(RankFigures one, int recommended) {
    return RowFactory.create(
        one.rank(),
        one.rank() == recommended,
        one.heldOutError(),
        one.heldOutDeviation(),
        one.relativeError(),
        one.nullError(),
        one.silhouette(),
        one.leastSilhouette(),
        one.cophenetic(),
        one.dispersion());
  }
}
