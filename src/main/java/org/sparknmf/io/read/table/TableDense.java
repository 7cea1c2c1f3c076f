package org.sparknmf.io.read.table;

import static org.apache.spark.sql.functions.array;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.asked.CellSchema;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.IdType;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;
import org.sparknmf.io.read.files.InputFiles;

/**
 * Reads rows of numbers from a table; its columns are those of the matrix. Without an id column the
 * rows of Parquet files are counted.
 */
record TableDense(SourceTable table, int id, List<Integer> values, InputSettings input) {

  static MatrixSource read(
      SourceTable table, InputFiles files, TableLayout.Rows layout, InputSettings input) {
    if (input.columns().weight().isPresent()) {
      throw ColumnNames.weightOfNoTriples("dense rows");
    }
    int id = layout.id() < 0 ? table.idPosition(input.columns()) : layout.id();
    return new TableDense(table, id, layout.values(), input).read(files);
  }

  private MatrixSource read(InputFiles files) {
    Optional<FileRows> places = id < 0 ? Optional.of(FileRows.of(table)) : Optional.empty();
    if (table.collect(table.data().limit(1)).isEmpty()) {
      throw table.empty();
    }
    IdType ids = id < 0 ? IdType.LONG : table.idType(id);
    List<String> names = values.stream().map(table.names()::get).toList();
    TableRows rows =
        new TableRows(
            table,
            TableRows.of(table, id, numbers()),
            places.map(FileRows::before).orElse(null),
            new DenseCheck(names, input.emptyCells()),
            input.badRows());
    return rows.notes(describe())
        .vectors(
            InputFormat.DENSE,
            table.frameRows(rows.rows(CellSchema.vectors(ids))),
            ids,
            table.rowAxis(input.labels(), files, id, places.map(FileRows::total).orElse(0L)),
            input.labels().columns().isEmpty()
                ? new Axis.Labelled(names)
                : input.labels().columnAxis(files, new Axis.Counted(values.size(), 0)),
            input);
  }

  private Column numbers() {
    return array(
        values.stream()
            .map(position -> table.column(position).cast("double"))
            .toArray(Column[]::new));
  }

  private String describe() {
    Set<Integer> used = new HashSet<>(values);
    used.add(id);
    return "dense rows of %d values from %s; id: %s%s"
        .formatted(
            values.size(),
            table.kind(),
            id < 0 ? "none" : table.names().get(id),
            table.unused(used));
  }
}
