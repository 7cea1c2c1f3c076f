package org.sparknmf.io.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.solver.InvalidMatrixException;

class FactorFileTest {
  private static final List<NamedRow> ROWS =
      List.of(
          new NamedRow("plain", List.of(0.1, 0.0)),
          new NamedRow("a \"b\",\nc", List.of(3e-5, 2.0)));
  private static final FactorShape SHAPE = new FactorShape(2, 2, 3);

  private static byte[] written(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FactorFile.of(format).write(ROWS.iterator(), SHAPE, out);
    return out.toByteArray();
  }

  @Test
  void csvQuotesAsInRfc4180() throws IOException {
    assertThat(new String(written("csv"), StandardCharsets.UTF_8))
        .isEqualTo("id,factor_1,factor_2\nplain,0.1,0.0\n\"a \"\"b\"\",\nc\",3.0E-5,2.0\n");
  }

  @Test
  void csvKeepsBlanksAndFormulas() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> ids = List.of(" a ", "", "\t", "=1+1", "-x y");
    FactorFile.of("csv")
        .write(
            ids.stream().map(id -> new NamedRow(id, List.of(1.0))).iterator(),
            new FactorShape(5, 1, 5),
            out);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "id,factor_1", "\" a \",1.0", "\"\",1.0", "\"\t\",1.0", "=1+1,1.0", "-x y,1.0");
  }

  @Test
  void matrixMarketHasTheEntriesThatAreNotZero() throws IOException {
    assertThat(new String(written("mtx"), StandardCharsets.UTF_8).lines())
        .containsExactly(
            "%%MatrixMarket matrix coordinate real general",
            "2 2 3", "1 1 0.1", "2 1 3.0E-5", "2 2 2.0");
  }

  /** As numpy.lib.format describes version 1.0. */
  @Test
  void npyIsWhatNumpyReads() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(written("npy")).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[8];
    file.get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[file.getShort()];
    file.get(header);
    assertThat(file.position() % 64).isZero();
    assertThat(new String(header, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (2, 2), }")
        .endsWith("\n");
    double[] numbers = new double[4];
    file.asDoubleBuffer().get(numbers);
    assertThat(numbers).containsExactly(0.1, 0, 3e-5, 2);
  }

  @Test
  void labelsAreOneALine() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LabelFile.write(List.of("ä b", 12L).iterator(), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("ä b\n12\n");
    assertThatThrownBy(() -> LabelFile.write(List.of("a\nb").iterator(), out))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("'a\\nb' has a line break");
  }
}
