package org.sparknmf.frame.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparknmf.engine.inspect.TopEntries;
import org.sparknmf.frame.Numbering;
import org.sparknmf.solver.Component;
import org.sparknmf.solver.ComponentSummary;
import org.sparknmf.solver.ComponentSummary.TopColumn;

/** Components as a table: the fields of {@link ComponentSummary}, under their names. */
public final class ComponentFrame {
  private static final String COMPONENT = "component";
  private static final String POSITION = "position";
  private static final String WEIGHT = "weight";
  private static final String SHARE = "share";
  private static final String COLUMNS = "columns";

  private ComponentFrame() {}

  /**
   * Summaries of components in the order given.
   *
   * @param components the heaviest first
   * @param top the largest entries of H' of each component, by position
   * @param columns gives the ids of H's columns
   */
  public static List<ComponentSummary> summaries(
      List<Component> components, List<List<TopEntries.Entry>> top, Numbering columns) {
    Map<Long, Object> ids =
        columns.ids(
            top.stream().flatMap(List::stream).map(TopEntries.Entry::row).distinct().toList());
    List<ComponentSummary> summaries = new ArrayList<>(components.size());
    for (Component one : components) {
      List<TopColumn> best = new ArrayList<>();
      for (TopEntries.Entry entry : top.get(one.position())) {
        best.add(new TopColumn(ids.get(entry.row()), entry.value() / one.columnSum()));
      }
      summaries.add(
          new ComponentSummary(
              summaries.size() + 1, one.position(), one.weight(), one.share(), best));
    }
    return summaries;
  }

  /** The rows of the table, in the order given. */
  public static List<Row> rows(List<ComponentSummary> components) {
    List<Row> rows = new ArrayList<>(components.size());
    for (ComponentSummary one : components) {
      List<Row> columns =
          one.columns().stream().map(c -> RowFactory.create(c.id(), c.weight())).toList();
      rows.add(
          RowFactory.create(one.component(), one.position(), one.weight(), one.share(), columns));
    }
    return rows;
  }

  /** The components of a table, in order. */
  public static List<ComponentSummary> read(Dataset<Row> table) {
    List<ComponentSummary> components = new ArrayList<>();
    for (Row row : table.sort(COMPONENT).collectAsList()) {
      List<TopColumn> columns =
          row.<Row>getList(row.fieldIndex(COLUMNS)).stream()
              .map(c -> new TopColumn(c.get(0), c.getDouble(1)))
              .toList();
      components.add(
          new ComponentSummary(
              row.getAs(COMPONENT),
              row.getAs(POSITION),
              row.getAs(WEIGHT),
              row.getAs(SHARE),
              columns));
    }
    return components;
  }

  /**
   * The schema of the table.
   *
   * @param idType type of the column ids
   */
  public static StructType schema(DataType idType) {
    StructType column =
        new StructType().add(Numbering.ID, idType, false).add(WEIGHT, DataTypes.DoubleType, false);
    return new StructType()
        .add(COMPONENT, DataTypes.IntegerType, false)
        .add(POSITION, DataTypes.IntegerType, false)
        .add(WEIGHT, DataTypes.DoubleType, false)
        .add(SHARE, DataTypes.DoubleType, false)
        .add(COLUMNS, DataTypes.createArrayType(column, false), false);
  }
}
