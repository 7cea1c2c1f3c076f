package org.sparknmf.frame.factor;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.sparknmf.engine.factor.GivenRow;
import org.sparknmf.engine.spark.JobLabel;
import org.sparknmf.frame.Numbering;
import org.sparknmf.solver.InvalidMatrixException;

/** A factor that was written with its ids, as {@link FactorFrames} writes them. */
public final class StoredFactor {
  private static final Column NO_ENTRY =
      functions.expr(
          "exists(%s, e -> e is null or isnan(e) or e < 0 or e = double('infinity'))"
              .formatted(FactorFrames.FACTORS));

  /**
   * The fingerprint of all rows with their ids, in any order: ids are distinct, so that no two rows
   * cancel out.
   */
  private static final Column FINGERPRINT =
      functions.expr("bit_xor(xxhash64(" + Numbering.ID + ", " + FactorFrames.FACTORS + "))");

  private static final Column LENGTH = functions.size(functions.col(FactorFrames.FACTORS));

  private final Dataset<Row> table;
  private final String place;
  private final DataType idType;
  private final long size;
  private final int rank;
  private final long fingerprint;

  private StoredFactor(Dataset<Row> table, String place, long size, int rank, long fingerprint) {
    this.fingerprint = fingerprint;
    this.table = table;
    this.place = place;
    this.idType = table.schema().apply(Numbering.ID).dataType();
    this.size = size;
    this.rank = rank;
  }

  /**
   * Checks a table in a few passes.
   *
   * @param stored with the fields {@code id} and {@code factors}
   * @param place what messages call it
   * @throws InvalidMatrixException if it is no factor, naming the first bad id
   */
  public static StoredFactor open(Dataset<Row> stored, String place) {
    Dataset<Row> table = StoredTable.typed(stored, place);
    return JobLabel.during(context(table), "checking " + place, () -> checked(table, place));
  }

  private static StoredFactor checked(Dataset<Row> table, String place) {
    Column isBad =
        functions
            .col(Numbering.ID)
            .isNull()
            .or(functions.col(FactorFrames.FACTORS).isNull())
            .or(NO_ENTRY);
    Column isPositive = functions.expr("exists(" + FactorFrames.FACTORS + ", e -> e > 0)");
    Row summary =
        table
            .agg(
                functions.count(functions.lit(1)),
                functions.count_if(isBad),
                functions.min(LENGTH),
                functions.max(LENGTH),
                functions.count_if(isPositive),
                FINGERPRINT)
            .first();
    long size = summary.getLong(0);
    if (size == 0) {
      throw bad(place, "has no rows: a factor needs some; fit again");
    }
    if (summary.getLong(1) > 0) {
      throw bad(place, StoredTable.firstProblem(table.filter(isBad)));
    }
    int rank = summary.getInt(3);
    if (summary.getInt(2) != rank) {
      Row shorter = StoredTable.first(table.filter(LENGTH.lt(rank)));
      throw bad(
          place,
          "has %d factors for id %s and %d for others: every row needs one a component; correct it"
              .formatted(shorter.getList(1).size(), StoredTable.shown(shorter.get(0)), rank));
    }
    if (summary.getLong(4) == 0) {
      throw bad(place, "is zero throughout: nothing can start from it; give another fit");
    }
    requireDistinct(table, place);
    return new StoredFactor(table, place, size, rank, summary.getLong(5));
  }

  private static void requireDistinct(Dataset<Row> table, String place) {
    Dataset<Row> repeated = table.groupBy(Numbering.ID).count().filter("count > 1");
    List<Row> found = repeated.sort(Numbering.ID).limit(1).collectAsList();
    if (!found.isEmpty()) {
      throw bad(
          place,
          "has id %s %d times: an id stands for one row; remove the others"
              .formatted(StoredTable.shown(found.get(0).get(0)), found.get(0).getLong(1)));
    }
  }

  private static InvalidMatrixException bad(String place, String problem) {
    return new InvalidMatrixException(place + " " + problem);
  }

  private static JavaSparkContext context(Dataset<Row> table) {
    return JavaSparkContext.fromSparkContext(table.sparkSession().sparkContext());
  }

  /** What differs where a number or an id does. */
  public long fingerprint() {
    return fingerprint;
  }

  /** How many rows it has. */
  public long size() {
    return size;
  }

  /** How many numbers a row has. */
  public int rank() {
    return rank;
  }

  /**
   * Its rows, as far as a matrix has their ids.
   *
   * @param ids of the matrix's rows or columns
   * @param axis {@code row} or {@code column}, for messages
   * @param components positions of the numbers to take, in the order wanted
   * @throws InvalidMatrixException if no id is in both
   */
  public MatchedRows matched(Numbering ids, String axis, List<Integer> components) {
    return JobLabel.during(
        context(table),
        "matching " + place + " with the " + axis + " ids of X",
        () -> {
          if (!ids.idType().equals(idType)) {
            throw mismatch(ids, axis, "their types differ");
          }
          Dataset<Row> joined = table.join(ids.table(), Numbering.ID);
          long count = joined.count();
          if (count == 0) {
            throw mismatch(ids, axis, "none is in both");
          }
          return new MatchedRows(rows(joined, components), count);
        });
  }

  private static JavaRDD<GivenRow> rows(Dataset<Row> joined, List<Integer> components) {
    int[] positions = components.stream().mapToInt(Integer::intValue).toArray();
    return joined
        .select(Numbering.NUMBER, FactorFrames.FACTORS)
        .toJavaRDD()
        .map(
            row -> {
              List<Double> all = row.getList(1);
              double[] values = new double[positions.length];
              for (int c = 0; c < values.length; c++) {
                values[c] = all.get(positions[c]);
              }
              return new GivenRow(row.getLong(0), values);
            });
  }

  private InvalidMatrixException mismatch(Numbering ids, String axis, String why) {
    return bad(
        place,
        ("and the %ss of X: ids do not match, %s: X has %s (%s), the model %s (%s); give the model of"
                + " such data, or see to --id-type, --transpose and the labels")
            .formatted(
                axis,
                why,
                StoredTable.shown(ids.ids(List.of(0L)).get(0L)),
                word(ids.idType()),
                StoredTable.shown(StoredTable.first(table).get(0)),
                word(idType)));
  }

  private static String word(DataType idType) {
    return idType.equals(DataTypes.LongType) ? "long" : "string";
  }
}
