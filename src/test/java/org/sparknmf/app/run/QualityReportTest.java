package org.sparknmf.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.report.DataQuality;

class QualityReportTest {

  private static DataQuality quality(long zeroRows, long zeroColumns, long duplicates) {
    return new DataQuality(
        zeroRows,
        zeroRows > 0 ? List.of("ann", "bob") : List.of(),
        zeroColumns,
        zeroColumns > 0 ? List.of(7L) : List.of(),
        duplicates,
        duplicates > 0 ? List.of(new DataQuality.Cell("cid", 3L)) : List.of(),
        2,
        0.5,
        4);
  }

  @Test
  void saysNothingWhereThereIsNothingToSay() {
    assertThat(QualityReport.words(quality(0, 0, 0), "sum")).isEmpty();
  }

  @Test
  void countsAndNamesTheFirstOfEachKind() {
    assertThat(QualityReport.words(quality(1200, 1, 0), "sum"))
        .hasValue(
            "data: 1,200 rows without a cell, such as ann; 1 columns without a cell, such as 7;"
                + " more in manifest.json");
    assertThat(QualityReport.words(quality(0, 0, 3), "max"))
        .hasValue(
            "data: 3 cells given more than once (--duplicates max), such as cid 3; more in"
                + " manifest.json");
  }
}
