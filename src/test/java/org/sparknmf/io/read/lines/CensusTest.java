package org.sparknmf.io.read.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class CensusTest {
  private static final Chunk A0 = new Chunk("file:/x/a", 0);
  private static final Chunk A1 = new Chunk("file:/x/a", 100);
  private static final Chunk A2 = new Chunk("file:/x/a", 1000);
  private static final Chunk B0 = Chunk.of("file:///x/b%20c", 0);

  private static Row counts(long contents, boolean headFirst) {
    Object[] counts = {"", 0L, contents, contents, headFirst, 0L, 0L, 0L, null};
    return new GenericRowWithSchema(counts, ChunkCount.SCHEMA);
  }

  @Test
  void linesAreNumberedThroughChunksAndFiles() {
    TreeMap<Chunk, Row> chunks = new TreeMap<>(Chunk.READING_ORDER);
    chunks.put(B0, counts(4, true));
    chunks.put(A2, counts(5, true));
    chunks.put(A1, counts(3, true));
    chunks.put(A0, counts(0, false));
    Census census = Census.of(chunks);
    assertThat(census.before(A0)).isEqualTo(new Census.Before(0, true));
    assertThat(census.before(A1)).isEqualTo(new Census.Before(0, true));
    assertThat(census.before(A2)).isEqualTo(new Census.Before(2, false));
    assertThat(census.before(B0)).isEqualTo(new Census.Before(7, true));
    assertThat(census.dataLines()).isEqualTo(10);
  }

  @Test
  void withoutCountingOnlyFirstChunksHaveHeaders() {
    assertThat(Census.none().before(A0)).isEqualTo(new Census.Before(0, true));
    assertThat(Census.none().before(A1)).isEqualTo(new Census.Before(0, false));
    assertThat(Census.of(new TreeMap<>(Chunk.READING_ORDER)).dataLines()).isZero();
  }

  /** Whoever reads a file, the driver or a task of any Spark, numbers its lines alike. */
  @Test
  void aFileIsTheSameInAnySpelling() {
    assertThat(B0).isEqualTo(Chunk.of("file:/x/b%20c", 0));
  }

  @Test
  void filesAreShownAsTheyAreTyped() {
    assertThat(B0.shownFile()).isEqualTo("/x/b c");
    assertThat(Chunk.of("hdfs://h:1/x", 0).shownFile()).isEqualTo("hdfs://h:1/x");
  }
}
