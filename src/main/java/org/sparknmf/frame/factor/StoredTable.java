package org.sparknmf.frame.factor;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.sparknmf.frame.Numbering;
import org.sparknmf.solver.InvalidMatrixException;

/** The table of a stored factor: its fields, and the words for what is wrong in it. */
final class StoredTable {
  private static final Set<DataType> NUMBERS = Set.of(DataTypes.DoubleType, DataTypes.FloatType);

  private StoredTable() {}

  /** Its two fields, as string or long and as an array of doubles. */
  static Dataset<Row> typed(Dataset<Row> stored, String place) {
    List<String> names = Arrays.asList(stored.columns());
    if (!names.contains(Numbering.ID) || !names.contains(FactorFrames.FACTORS)) {
      throw new InvalidMatrixException(
          "%s has the fields %s: a factor has id and factors; rename them, or give the output of a fit"
              .formatted(place, String.join(", ", names)));
    }
    DataType id = stored.schema().apply(Numbering.ID).dataType();
    DataType factors = stored.schema().apply(FactorFrames.FACTORS).dataType();
    boolean isLong = Numbering.INTEGERS.contains(id);
    boolean isArray = factors instanceof ArrayType array && NUMBERS.contains(array.elementType());
    if ((!isLong && !id.equals(DataTypes.StringType)) || !isArray) {
      throw new InvalidMatrixException(
          "%s has id of type %s and factors of type %s: ids are strings or integers, factors arrays of doubles; cast them"
              .formatted(place, id.simpleString(), factors.simpleString()));
    }
    DataType idType = isLong ? DataTypes.LongType : DataTypes.StringType;
    return stored.select(
        functions.col(Numbering.ID).cast(idType).as(Numbering.ID),
        functions
            .col(FactorFrames.FACTORS)
            .cast(DataTypes.createArrayType(DataTypes.DoubleType))
            .as(FactorFrames.FACTORS));
  }

  /** The first of some rows, by id; nulls come first. */
  static Row first(Dataset<Row> some) {
    return some.sort(Numbering.ID).first();
  }

  /** What is wrong with the first of some bad rows. */
  static String firstProblem(Dataset<Row> bad) {
    Row row = first(bad);
    if (row.isNullAt(0)) {
      return "has a row without an id: every row needs one; remove the row";
    }
    String id = shown(row.get(0));
    if (row.isNullAt(1)) {
      return "has no factors for id " + id + ": every row needs one a component; remove the row";
    }
    for (Double entry : row.<Double>getList(1)) {
      if (entry == null || !(entry >= 0 && entry <= Double.MAX_VALUE)) {
        return "has the entry %s for id %s: entries must be finite and not negative; correct it, or fit again"
            .formatted(entry, id);
      }
    }
    throw new IllegalStateException("no bad entry for id " + id);
  }

  /** An id as messages have it. */
  static String shown(Object id) {
    return id instanceof String text ? "'" + text + "'" : String.valueOf(id);
  }
}
