package org.sparknmf.io.read.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.TestText;
import org.sparknmf.io.read.text.LineSlab;

class SlabCutterTest {
  private static final String SHORT = "ab\n\r\ncd\re\n\n\nf g h\r\nlast";

  /** All lines that say something, each with its place. */
  private static List<String> lines(SlabSource source) throws IOException {
    List<String> lines = new ArrayList<>();
    try (source) {
      for (LineSlab slab = source.next(); slab != null; slab = source.next()) {
        int at = slab.after(-1);
        assertThat(at).isLessThan(slab.to());
        while (at < slab.to()) {
          int end = slab.lineEnd(at);
          if (end > at) {
            lines.add(new String(slab.bytes(), at, end - at, StandardCharsets.UTF_8));
          }
          at = end + 1;
        }
      }
    }
    return lines;
  }

  private static SlabCutter whole(byte[] text) {
    return new SlabCutter("f", new ByteArrayInputStream(text), 0, Long.MAX_VALUE);
  }

  private static SlabCutter part(byte[] text, int start, int end) {
    int from = Math.max(0, start - 1);
    return new SlabCutter(
        "f", new ByteArrayInputStream(text, from, text.length - from), start, end);
  }

  @Test
  void everyLineIsInOnePart() throws IOException {
    byte[] text = TestText.bytes(SHORT);
    assertThat(lines(whole(text))).containsExactly("ab", "cd", "e", "f g h", "last");
    for (int size = 1; size <= text.length; size++) {
      List<String> parts = new ArrayList<>();
      for (int start = 0; start < text.length; start += size) {
        parts.addAll(lines(part(text, start, start + size)));
      }
      assertThat(parts).as("parts of %d bytes", size).isEqualTo(lines(whole(text)));
    }
  }

  @Test
  void linesMayBeLongAndMany() throws IOException {
    StringBuilder text = new StringBuilder("x".repeat(1_000_003)).append('\n');
    Random random = new Random(5);
    List<String> expected = new ArrayList<>(List.of("x".repeat(1_000_003)));
    for (int i = 0; i < 100_003; i++) {
      String line = "y".repeat(1 + random.nextInt(20));
      expected.add(line);
      text.append(line).append('\n');
    }
    byte[] bytes = TestText.bytes(text.toString());
    assertThat(lines(whole(bytes))).isEqualTo(expected);
    List<String> parts = lines(part(bytes, 0, 700_000));
    parts.addAll(lines(part(bytes, 700_000, 1_000_000)));
    parts.addAll(lines(part(bytes, 1_000_000, bytes.length)));
    assertThat(parts).isEqualTo(expected);
  }

  @Test
  void linesBehindAPlaceInTheFile() throws IOException {
    LineSlab slab = part(TestText.bytes("ab\ncd\nef\n"), 3, 9).next();
    assertThat(slab.after(-1)).isEqualTo(slab.after(2));
    assertThat(slab.after(3)).isEqualTo(slab.after(2) + 3);
    assertThat(slab.after(6)).isEqualTo(slab.to());
  }

  @Test
  void aPumpGivesTheSame() throws IOException {
    byte[] text = TestText.bytes("some line\n".repeat(300_007));
    assertThat(lines(new SlabPump("f", whole(text)))).isEqualTo(lines(whole(text)));
    assertThat(lines(new SlabPump("f", whole(new byte[0])))).isEmpty();
  }

  @Test
  void aPumpHandsFailuresOn() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new EOFException("cut short");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            throw new EOFException("cut short");
          }
        };
    InputStream text = new ByteArrayInputStream(new byte[1 << 20]);
    SlabCutter cutter =
        new SlabCutter("f", new SequenceInputStream(text, broken), 0, Long.MAX_VALUE);
    assertThatThrownBy(() -> lines(new SlabPump("f", cutter)))
        .isInstanceOf(EOFException.class)
        .hasMessage("cut short");
    SlabSource failing =
        new SlabSource() {
          @Override
          public LineSlab next() {
            throw new IllegalArgumentException("no");
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> lines(new SlabPump("f", failing)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
