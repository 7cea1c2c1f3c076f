package org.sparknmf.io.read.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.delimited.Understood;
import org.sparknmf.io.read.files.RejectedRows;

class ListedLinesTest {
  private static final String FILE = "file:/data/x.csv";
  private static final LineFormat FORMAT =
      Understood.of("row,column,v\na,x,1\n", InputSettings.of("f")).triples();

  /** Two chunks of one file: (line, start). */
  private static final List<Row> LINES =
      List.of(
          RowFactory.create(TestText.bytes("row,column,v"), 0L),
          RowFactory.create(TestText.bytes("a,x,-1"), 0L),
          RowFactory.create(TestText.bytes(""), 0L),
          RowFactory.create(TestText.bytes("a,x"), 0L),
          RowFactory.create(TestText.bytes("a,y,1"), 99L),
          RowFactory.create(TestText.bytes("b,y,NaN"), 99L));

  private static List<String> listed(long badBefore) {
    Map<Chunk, TextRows.Before> before =
        Map.of(
            new Chunk(FILE, 0),
            new TextRows.Before(0, badBefore),
            new Chunk(FILE, 99),
            new TextRows.Before(4, badBefore + 2));
    ListedLines lines =
        new ListedLines(new ChunkTracker(LINES.iterator(), FORMAT, Census.none(), FILE), before);
    List<String> listed = new ArrayList<>();
    lines.forEachRemaining(
        row -> {
          assertThat(row.getString(0)).isEqualTo("/data/x.csv");
          assertThat(row.getString(3)).isNotEmpty();
          listed.add("line " + row.getLong(1));
        });
    return listed;
  }

  @Test
  void linesAreCountedThroughTheFile() {
    assertThat(listed(0)).containsExactly("line 2", "line 4", "line 6");
  }

  @Test
  void theFirstOfTheInputAreEnough() {
    assertThat(listed(RejectedRows.MOST - 2)).containsExactly("line 2", "line 4");
    assertThat(listed(RejectedRows.MOST)).isEmpty();
  }
}
