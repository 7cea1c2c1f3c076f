package org.sparknmf.io.read.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sparknmf.io.read.TestColumns.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.io.read.asked.ColumnChoice;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.solver.InvalidMatrixException;

class LayoutGuessTest {
  private static final InputSettings AUTO = InputSettings.of("t");

  /** Columns such as {@code user:text rating:number}. */
  private static TableColumns columns(String text, String... ofPaths) {
    List<String> names = new ArrayList<>();
    List<ColumnKind> kinds = new ArrayList<>();
    for (String column : text.split(" ", -1)) {
      int colon = column.lastIndexOf(':');
      names.add(column.substring(0, colon));
      kinds.add(ColumnKind.valueOf(column.substring(colon + 1).toUpperCase(Locale.ROOT)));
    }
    return TableColumns.of("t", names, kinds, Set.of(ofPaths));
  }

  private static String layout(TableColumns columns, InputSettings input) {
    TableLayout layout = LayoutGuess.of(columns, input);
    if (layout instanceof TableLayout.Cells cells) {
      var found = cells.columns();
      return "cells " + found.row() + " " + found.column() + " " + found.value();
    }
    return layout instanceof TableLayout.Rows rows
        ? "rows " + rows.id() + " " + rows.values()
        : "vectors";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          userId:integer movieId:integer rating:number timestamp:integer | cells 0 1 2
          timestamp:other user:text item:text                            | cells 1 2 -1
          rating:number item:text user:text                              | cells 2 1 0
          user:text item:text title:text                                 | cells 0 1 -1
          user:text item:text x:integer                                  | cells 0 1 2
          src:integer dst:integer weight:number                          | cells 0 1 2
          column:text value:number row:text                              | cells 2 0 1
          a:text b:text c:number                                         | cells 0 1 2
          who:text what:integer stars:integer                            | cells 0 1 2
          item:integer who:integer rating:number                         | cells 1 0 2
          a:integer b:integer                                            | cells 0 1 -1
          user:integer item:integer rating:number genres:numbers         | cells 0 1 2
          g1:integer g2:integer g3:integer g4:integer                    | rows -1 [0, 1, 2, 3]
          a:number b:number c:number                                     | rows -1 [0, 1, 2]
          x1:integer x2:integer x3:integer                               | rows -1 [0, 1, 2]
          gene:text s1:integer s2:integer                                | rows 0 [1, 2]
          length:number width:number id:text depth:number                | rows 2 [0, 1, 3]
          cell:integer tp53:integer myc:integer kras:integer             | rows 0 [1, 2, 3]
          a:integer b:integer c:integer d:integer __index_level_0__:integer | rows 4 [0, 1, 2, 3]
          gene_id:text gene_name:text a:number b:number c:number         | rows 0 [2, 3, 4]
          is_new:boolean is_big:boolean x:number y:integer               | rows -1 [0, 1, 2, 3]
          label:number p0:integer p1:integer p2:integer                  | rows -1 [1, 2, 3]
          p0:integer p1:integer p2:integer label:text                    | rows 3 [0, 1, 2]
          id:integer features:numbers                                    | vectors
          id:integer v:vector                                            | vectors
          id:integer v:numbers label:number                              | vectors
          """)
  void namesAndTypesDecideTogether(String columns, String expected) {
    assertThat(layout(columns(columns), AUTO)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a:integer b:integer c:integer                              | columns 'a', 'b', 'c'
          customer:text invoice:text product:text quantity:integer   | 'customer', 'invoice'
          user:integer item:integer rating:number score:number       | may all be values
          user:integer item:integer x:number y:number                | may all be values
          a:text b:text c:number d:number                            | may be triples or rows
          user:integer item:integer rating:number a:number b:number c:number d:number | 7 columns
          """)
  void twoPlausibleReadingsAreRefused(String columns, String message) {
    assertThatThrownBy(() -> layout(columns(columns), AUTO))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("--row-column, --column-column and --value-column")
        .hasMessageContaining("--format dense");
  }

  @Test
  void optionsDecide() {
    TableColumns doubtful = columns("a:integer b:integer c:integer d:text");
    assertThat(layout(doubtful, AUTO.withFormat(InputFormat.TRIPLES))).isEqualTo("cells 0 1 2");
    TableColumns three = columns("a:integer b:integer c:integer");
    assertThat(layout(three, AUTO.withFormat(InputFormat.TRIPLES))).isEqualTo("cells 0 1 2");
    assertThat(layout(three, AUTO.withFormat(InputFormat.DENSE))).isEqualTo("rows -1 [0, 1, 2]");
    assertThat(layout(three, AUTO.withColumns(named("id", "b")))).isEqualTo("rows 1 [0, 2]");
    assertThat(layout(three, AUTO.withColumns(named("row", "b", "column", "a"))))
        .isEqualTo("cells 1 0 2");
    assertThat(layout(three, AUTO.withFormat(InputFormat.VECTORS))).isEqualTo("vectors");
  }

  @Test
  void valuesOfRowsMayBeChosen() {
    TableColumns columns =
        columns("name:text genre:text a:number b:number date:number label:integer");
    ColumnChoice dropped = new ColumnChoice(Optional.empty(), List.of("genre"));
    assertThat(layout(columns, with(dropped))).isEqualTo("rows 0 [2, 3]");
    ColumnChoice inOtherCase = new ColumnChoice(Optional.empty(), List.of("Genre"));
    assertThat(layout(columns, with(inOtherCase))).isEqualTo("rows 0 [2, 3]");
    ColumnChoice kept =
        new ColumnChoice(Optional.of(List.of("b", "date", "label")), List.of("genre"));
    assertThat(layout(columns, with(kept))).isEqualTo("rows 0 [3, 4, 5]");
    ColumnChoice ofText = new ColumnChoice(Optional.of(List.of("b", "genre")), List.of());
    InputSettings byName = with(ofText).withColumns(named("id", "name"));
    assertThatThrownBy(() -> layout(columns, byName))
        .hasMessageContaining("column 'genre' has no numbers")
        .hasMessageContaining("leave it out of --columns");
    InputSettings triples = with(dropped).withFormat(InputFormat.TRIPLES);
    assertThatThrownBy(() -> layout(columns, triples))
        .hasMessageContaining(
            "--columns and --drop-columns choose values of dense rows, but these are triples");
  }

  private static InputSettings with(ColumnChoice choice) {
    return AUTO.withText(AUTO.text().with(choice));
  }

  @Test
  void textBesideIdsIsRefusedWhereItMayBeTheId() {
    assertThatThrownBy(
            () -> layout(columns("a:text b:text c:number"), AUTO.withFormat(InputFormat.DENSE)))
        .hasMessageContaining("columns 'a', 'b' have text")
        .hasMessageContaining("--id-column");
    assertThatThrownBy(() -> layout(columns("a:text"), AUTO.withFormat(InputFormat.DENSE)))
        .hasMessageContaining("no column of numbers among 'a'");
  }

  @Test
  void partsOfPathsCountOnlyByTheirNames() {
    assertThat(layout(columns("a:number b:number c:number day:text", "day"), AUTO))
        .isEqualTo("rows -1 [0, 1, 2]");
    assertThat(layout(columns("item:integer rating:number user:text", "user"), AUTO))
        .isEqualTo("cells 2 0 1");
  }

  @Test
  void whatIsNotUsedIsSaid() {
    TableColumns columns = columns("user:text item:text rating:number timestamp:other");
    assertThat(columns.unused(Set.of(0, 1, 2))).containsExactly("timestamp");
    assertThat(columns.unused(Set.of(0, 1, 2, 3))).isEmpty();
  }
}
