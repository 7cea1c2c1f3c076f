package org.sparknmf.io.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.asked.FileOrientation;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.delimited.Understood;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.format.FileProbe;
import org.sparknmf.io.read.json.JsonCells;
import org.sparknmf.io.read.json.JsonDocumentFields;
import org.sparknmf.io.read.json.JsonDocuments;
import org.sparknmf.io.read.json.JsonFields;
import org.sparknmf.io.read.json.JsonFirstLine;
import org.sparknmf.io.read.json.JsonTriples;
import org.sparknmf.io.read.libsvm.LibsvmLines;
import org.sparknmf.io.read.libsvm.PairRule;
import org.sparknmf.io.read.lines.LineFormat;
import org.sparknmf.io.read.lines.LineReader;
import org.sparknmf.io.read.mtx.MtxCells;
import org.sparknmf.io.read.mtx.MtxHeader;
import org.sparknmf.io.read.mtx.TenXFeatures;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.linalg.EmptyCells;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.testing.Mutations;

/**
 * Twenty thousand damaged inputs for each reader's parsers: each must be read, to values that a
 * matrix may hold, or be refused by one of the two exceptions for bad input.
 */
class ParserFuzzTest {
  private static final int INPUTS = 20_000;
  private static final InputSettings INPUT = InputSettings.of("f");

  /** Reads one input and says how many rows it has. */
  private interface Parser {
    int rows(byte[] text) throws BadLineException;
  }

  private static void fuzz(String valid, long seed, Parser parser) throws BadLineException {
    byte[] text = TestText.bytes(valid);
    assertThat(parser.rows(text)).isPositive();
    Random random = new Random(seed);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] damaged = Mutations.of(text, random);
      try {
        read += parser.rows(damaged) > 0 ? 1 : 0;
      } catch (BadLineException | InvalidMatrixException | InputUnreadableException e) {
        refused++;
        assertThat(e.getMessage().lines()).as("message of input %d", i).hasSize(1);
      }
    }
    // Both must occur, or the damage was too small or too great to test anything.
    assertThat(read).isGreaterThan(INPUTS / 100);
    assertThat(refused).isGreaterThan(INPUTS / 100);
  }

  private static int rows(LineFormat format, byte[] text) throws BadLineException {
    LineReader reader = format.open();
    boolean atHead = true;
    int rows = 0;
    try (DriverLines lines = TestText.lines(text)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (!format.isContent(line)) {
          continue;
        }
        boolean head = atHead && format.isHead(line);
        atHead = false;
        Row row = head ? null : reader.read(line, rows);
        if (row != null) {
          check(row);
          rows++;
        }
      }
    }
    return rows;
  }

  private static void check(Row row) {
    if (row.get(1) instanceof String) {
      assertThat(row.isNullAt(0)).isFalse();
      return;
    }
    Vector vector = row.get(1) instanceof Vector known ? known : null;
    double[] values = vector == null ? new double[] {row.getDouble(2)} : vector.toArray();
    for (double value : values) {
      assertThat(value).isNotNegative().isFinite();
    }
    assertThat(row.isNullAt(0) || row.isNullAt(1)).isFalse();
  }

  private static int mtx(byte[] text) throws BadLineException {
    MtxHeader header;
    try (DriverLines lines = TestText.lines(text)) {
      header = MtxHeader.read(lines);
    }
    return rows(new MtxCells(header, FileOrientation.AS_STORED, EmptyCells.ZERO), text);
  }

  private static Understood understood(byte[] text) {
    Formats.of(new FileProbe("f", text));
    Understood understood = Understood.of(text, INPUT);
    if (understood == null) {
      throw new InvalidMatrixException("empty");
    }
    return understood;
  }

  private static int triples(byte[] text) throws BadLineException {
    return rows(understood(text).triples(), text);
  }

  private static int dense(byte[] text) throws BadLineException {
    return rows(understood(text).rows(), text);
  }

  private static int json(byte[] text) throws BadLineException {
    JsonFields fields;
    try (DriverLines lines = TestText.lines(text)) {
      byte[] line = lines.nextContent();
      if (line == null) {
        return 0;
      }
      JsonFirstLine first = JsonFirstLine.of(lines, line);
      fields =
          JsonTriples.fields(
              first, first.cells(INPUT.withFormat(InputFormat.TRIPLES)).orElseThrow(), INPUT);
    }
    return rows(new JsonCells(fields), text);
  }

  private static int libsvm(byte[] text) throws BadLineException {
    return rows(new LibsvmLines(PairRule.FROM_ONE, 1000), text);
  }

  private static int features(byte[] text) {
    try (DriverLines lines = TestText.lines(text)) {
      TenXFeatures features = TenXFeatures.read(lines);
      assertThat(features.labels()).doesNotHaveDuplicates().doesNotContain("");
      return features.labels().size();
    }
  }

  private static int documents(byte[] text) throws BadLineException {
    JsonDocumentFields fields;
    try (DriverLines lines = TestText.lines(text)) {
      byte[] line = lines.nextContent();
      if (line == null) {
        return 0;
      }
      fields = JsonDocumentFields.of(JsonFirstLine.of(lines, line), INPUT);
    }
    return rows(new JsonDocuments(fields), text);
  }

  private static int labels(byte[] text) {
    try (DriverLines lines = TestText.lines(text)) {
      return Labels.read(lines, "row", 4).size();
    }
  }

  @Test
  void coordinates() throws BadLineException {
    fuzz(Samples.COORDINATE, 1, ParserFuzzTest::mtx);
  }

  @Test
  void arrays() throws BadLineException {
    fuzz(Samples.ARRAY, 2, ParserFuzzTest::mtx);
  }

  @Test
  void delimitedTriples() throws BadLineException {
    fuzz(Samples.TRIPLES, 3, ParserFuzzTest::triples);
  }

  @Test
  void denseRows() throws BadLineException {
    fuzz(Samples.DENSE, 4, ParserFuzzTest::dense);
  }

  @Test
  void jsonLines() throws BadLineException {
    fuzz(Samples.JSON, 5, ParserFuzzTest::json);
  }

  @Test
  void libsvmLines() throws BadLineException {
    fuzz(Samples.LIBSVM, 7, ParserFuzzTest::libsvm);
  }

  @Test
  void featuresOf10x() throws BadLineException {
    fuzz(Samples.FEATURES, 8, ParserFuzzTest::features);
  }

  @Test
  void jsonDocuments() throws BadLineException {
    fuzz(Samples.DOCUMENTS, 9, ParserFuzzTest::documents);
  }

  @Test
  void labelFiles() throws BadLineException {
    fuzz("a\nb c\nd\n\u00e9\n", 6, ParserFuzzTest::labels);
  }
}
