package org.sparknmf.io.read.mtx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.io.read.ListedCells;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.lines.SlabCutter;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.LineSlab;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.testing.Mutations;

/** Cells taken from slabs against the same lines read one by one. */
class MtxSlabsTest {
  private static final int INPUTS = 10_000;
  private static final String REFUSED = "refused";

  private record Head(MtxHeader header, long sizesAt) {
    static Head of(byte[] text) {
      try (DriverLines lines = TestText.lines(text)) {
        MtxHeader header = MtxHeader.read(lines);
        return new Head(header, lines.lineStart());
      }
    }
  }

  private static List<String> bySlabs(byte[] text, FileOrientation orientation) throws IOException {
    Head head = Head.of(text);
    MtxSlabs decoder = new MtxSlabs(head.header, head.sizesAt, orientation);
    ListedCells cells = new ListedCells();
    try (SlabCutter cutter =
        new SlabCutter("f", new ByteArrayInputStream(text), 0, Long.MAX_VALUE)) {
      for (LineSlab slab = cutter.next(); slab != null; slab = cutter.next()) {
        decoder.decode(slab, cells);
      }
    } catch (InvalidMatrixException e) {
      return List.of(REFUSED, e.getMessage());
    }
    return cells.all();
  }

  private static List<String> byLines(byte[] text, FileOrientation orientation) {
    MtxCells format = new MtxCells(Head.of(text).header, orientation, EmptyCells.ZERO);
    LineReader reader = format.open();
    List<String> cells = new ArrayList<>();
    boolean atHead = true;
    try (DriverLines lines = TestText.lines(text)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (format.isContent(line) && !atHead) {
          Row cell = reader.read(line, 0);
          cells.add(cell.toString());
        }
        atHead &= !format.isContent(line);
      }
    } catch (BadLineException e) {
      return List.of(REFUSED, e.getMessage());
    }
    return cells;
  }

  @ParameterizedTest
  @EnumSource(FileOrientation.class)
  void spellingsOfCells(FileOrientation orientation) throws IOException {
    String text =
        "\uFEFF%%MatrixMarket matrix coordinate real general\r\n% 1 1 1\r\n\n3 4 5\r\n"
            + "1 1 2.5\r\n1 4 1\r2  2\t3e1 \n\n % 3 3 3\n 3 1 0.125\n03 3 12345678901234567890";
    List<String> cells = bySlabs(TestText.bytes(text), orientation);
    assertThat(cells).isEqualTo(byLines(TestText.bytes(text), orientation)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "real general\n3 4 9\n1 1 0.3\n2 4 1\n3 1 7\n",
        "integer symmetric\n3 3 9\n1 1 3\n2 1 4.0\n3 3 1e1\n",
        "pattern general\n3 4 9\n1 1\n2 4\n 3 1\n"
      })
  void damagedLinesAreReadOrRefusedAlike(String valid) throws IOException {
    byte[] text = TestText.bytes("%%MatrixMarket matrix coordinate " + valid);
    Random random = new Random(valid.hashCode());
    int read = 0;
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] damaged = Mutations.of(text, random);
      if (!isCoordinate(damaged)) {
        continue;
      }
      List<String> cells = bySlabs(damaged, FileOrientation.AS_STORED);
      assertThat(cells).as("input %d", i).isEqualTo(byLines(damaged, FileOrientation.AS_STORED));
      read += cells.contains(REFUSED) ? 0 : 1;
      refused += cells.contains(REFUSED) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(INPUTS / 100);
    assertThat(refused).isGreaterThan(INPUTS / 100);
  }

  private static boolean isCoordinate(byte[] text) {
    try {
      return Head.of(text).header.layout() == MtxHeader.Layout.COORDINATE;
    } catch (InvalidMatrixException e) {
      return false;
    }
  }

  @Test
  void indicesThatDoNotFitALongAreRefused() throws IOException {
    String text =
        "%%MatrixMarket matrix coordinate real general\n3 4 1\n18446744073709551617 1 1\n";
    assertThat(bySlabs(TestText.bytes(text), FileOrientation.AS_STORED))
        .containsExactly(
            REFUSED,
            "row index '18446744073709551617'; the header allows 1 to 3: correct the index or the"
                + " header");
  }
}
