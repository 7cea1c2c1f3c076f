package org.sparknmf.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparknmf.app.terminal.Printable;
import org.sparknmf.engine.matrix.MatrixQuality;
import org.sparknmf.frame.NumberedMatrix;
import org.sparknmf.frame.Numbering;
import org.sparknmf.report.DataQuality;

/** What in X deserves a look, under the ids that came in. */
public final class QualityReport {
  private QualityReport() {}

  /** Looks up the ids of what the blocks found; without any there is no job. */
  static DataQuality of(NumberedMatrix matrix) {
    MatrixQuality found = matrix.x().quality();
    List<MatrixQuality.Cell> repeated = found.firstRepeatedCells();
    Ids rows =
        Ids.of(
            matrix.rows(),
            found.emptyRows().first().stream(),
            repeated.stream().map(MatrixQuality.Cell::row));
    Ids columns =
        Ids.of(
            matrix.columns(),
            found.emptyColumns().first().stream(),
            repeated.stream().map(MatrixQuality.Cell::column));
    return new DataQuality(
        found.emptyRows().count(),
        rows.of(found.emptyRows().first()),
        found.emptyColumns().count(),
        columns.of(found.emptyColumns().first()),
        found.repeatedCells(),
        repeated.stream()
            .map(cell -> new DataQuality.Cell(rows.of(cell.row()), columns.of(cell.column())))
            .toList(),
        found.zeros(),
        found.smallest(),
        found.largest());
  }

  private record Ids(Map<Long, Object> byNumber) {

    static Ids of(Numbering numbering, Stream<Long> some, Stream<Long> others) {
      List<Long> numbers = Stream.concat(some, others).distinct().toList();
      return new Ids(numbers.isEmpty() ? Map.of() : numbering.ids(numbers));
    }

    Object of(long number) {
      return byNumber.get(number);
    }

    List<Object> of(List<Long> numbers) {
      return numbers.stream().map(byNumber::get).toList();
    }
  }

  /**
   * What a person should see of it, if there is anything.
   *
   * @param duplicates the setting of that name
   */
  public static Optional<String> words(DataQuality quality, String duplicates) {
    List<String> parts = new ArrayList<>();
    add(parts, quality.zeroRows(), "rows without a cell", quality.firstZeroRows());
    add(parts, quality.zeroColumns(), "columns without a cell", quality.firstZeroColumns());
    add(
        parts,
        quality.duplicateCells(),
        "cells given more than once (--duplicates " + duplicates + ")",
        quality.firstDuplicateCells().stream()
            .map(cell -> cell.row() + " " + cell.column())
            .toList());
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("data: " + String.join("; ", parts) + "; more in manifest.json");
  }

  private static void add(List<String> parts, long count, String what, List<?> first) {
    if (count > 0) {
      parts.add(
          String.format(
              Locale.ROOT, "%,d %s, such as %s", count, what, Printable.word(first.get(0))));
    }
  }
}
