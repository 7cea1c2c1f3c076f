package org.sparknmf.io.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.sparknmf.frame.Numbering;
import org.sparknmf.frame.factor.FactorFrames;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.solver.ComponentSummary.TopColumn;

/** What the tables of a result hold, as {@link ResultFiles} reads them. */
public final class StoredRows {
  private StoredRows() {}

  /**
   * The rows of a factor, in order.
   *
   * @param use takes an id and the numbers of its row
   * @return whether there is such a factor
   */
  public static boolean factor(ResultFiles result, String name, BiConsumer<Object, double[]> use) {
    return result.rows(
        name,
        row -> {
          Group list = row.getGroup(FactorFrames.FACTORS, 0);
          double[] numbers = new double[list.getFieldRepetitionCount(0)];
          for (int c = 0; c < numbers.length; c++) {
            numbers[c] = list.getGroup(0, c).getDouble(0, 0);
          }
          use.accept(id(row), numbers);
        });
  }

  /** The components, in order; none where there is no such table. */
  public static List<ComponentSummary> components(ResultFiles result, String name) {
    List<ComponentSummary> all = new ArrayList<>();
    result.rows(
        name,
        row -> {
          Group list = row.getGroup("columns", 0);
          List<TopColumn> columns = new ArrayList<>();
          for (int c = 0; c < list.getFieldRepetitionCount(0); c++) {
            Group column = list.getGroup(0, c).getGroup(0, 0);
            columns.add(new TopColumn(id(column), column.getDouble("weight", 0)));
          }
          all.add(
              new ComponentSummary(
                  row.getInteger("component", 0),
                  row.getInteger("position", 0),
                  row.getDouble("weight", 0),
                  row.getDouble("share", 0),
                  columns));
        });
    all.sort(Comparator.comparingInt(ComponentSummary::component));
    return all;
  }

  private static Object id(Group row) {
    boolean isLong =
        row.getType().getType(Numbering.ID).asPrimitiveType().getPrimitiveTypeName()
            == PrimitiveTypeName.INT64;
    return isLong ? (Object) row.getLong(Numbering.ID, 0) : row.getString(Numbering.ID, 0);
  }
}
