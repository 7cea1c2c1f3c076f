package org.sparknmf.io.read.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparknmf.io.read.ReaderChecks.assertInvalid;
import static org.sparknmf.io.read.ReaderChecks.assertUnreadable;
import static org.sparknmf.io.read.ReaderChecks.open;
import static org.sparknmf.io.read.ReaderChecks.rows;
import static org.sparknmf.io.read.TestColumns.named;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.frame.Axis;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.BadRows;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.MatrixSource;

class JsonRowsIT {
  private static final String WIDE =
      """
      {"id":"s1","zinc":1,"iron":0.5,"a.b":2,"at":"x","lead":3}
      {"id":"s2","zinc":0,"iron":4,"a.b":1,"at":"y","lead":5}
      """;

  @TempDir Path directory;

  private InputSettings input(String text) {
    return InputSettings.of(TestText.write(directory, "x.jsonl", text));
  }

  @Test
  void fieldsOfNumbersAreColumnsInTheirOrder() {
    MatrixSource source = open(input(WIDE));
    assertThat(source.format()).isEqualTo(InputFormat.DENSE);
    assertThat(source.description())
        .isEqualTo("dense rows of 4 values from JSON lines; id: id; not used: at");
    assertThat(source.frame().columns())
        .isEqualTo(new Axis.Labelled(List.of("zinc", "iron", "a.b", "lead")));
    assertThat(rows(source.frame()))
        .containsExactly("[s1,[1.0,0.5,2.0,3.0]]", "[s2,[0.0,4.0,1.0,5.0]]");
  }

  @Test
  void anArrayOfNumbersIsAVector() {
    MatrixSource source =
        open(input("{\"id\":7,\"counts\":[1,0]}\n{\"id\":8,\"counts\":[2,0.5]}\n"));
    assertThat(source.format()).isEqualTo(InputFormat.VECTORS);
    assertThat(rows(source.frame())).containsExactly("[7,[1.0,0.0]]", "[8,[2.0,0.5]]");
  }

  @Test
  void optionsDecide() {
    InputSettings three = input("{\"name\":\"s\",\"zinc\":1,\"iron\":2}\n");
    assertInvalid(three).hasMessageContaining("may be triples or rows of a matrix");
    assertThat(rows(three.withFormat(InputFormat.DENSE))).containsExactly("[s,[1.0,2.0]]");
    assertThat(rows(three.withFormat(InputFormat.TRIPLES))).containsExactly("[s,1,2.0]");
    assertThat(rows(three.withColumns(named("row", "name", "column", "iron"))))
        .containsExactly("[s,2,1.0]");
  }

  @Test
  void badLinesAreRefused() {
    for (BadRows bad : BadRows.values()) {
      assertInvalid(input(WIDE + "{\"id\":\n").withBadRows(bad))
          .hasMessageContaining("x.jsonl:3: '{\"id\":' is no JSON object");
    }
    assertUnreadable(input(WIDE.replace("}", ",\"ZINC\":1}")))
        .hasMessageContaining("x.jsonl")
        .hasMessageContaining("zinc");
    assertInvalid(input(WIDE + "{\"id\":\"s3\",\"zinc\":1}\n")).hasMessageContaining("iron");
  }
}
