package org.sparknmf.io.read.json;

import java.io.Serializable;
import java.util.List;
import org.sparknmf.io.read.asked.IdType;

/**
 * The fields of a JSON object that are a cell.
 *
 * @param row name of the row id
 * @param column name of the column id
 * @param value name of the value; empty if every cell counts 1
 * @param weight name of the weight; empty if there is none
 * @param rowIds strings or longs
 * @param columnIds strings or longs
 * @param lenient whether integers may stand for string ids
 */
public record JsonFields(
    String row,
    String column,
    String value,
    String weight,
    IdType rowIds,
    IdType columnIds,
    boolean lenient)
    implements Serializable {

  /** The names, in the order of a cell; that of the weight only if there is one. */
  List<String> names() {
    return weight.isEmpty() ? List.of(row, column, value) : List.of(row, column, value, weight);
  }

  JsonFields transposed() {
    return new JsonFields(column, row, value, weight, columnIds, rowIds, lenient);
  }
}
