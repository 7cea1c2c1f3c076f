package org.sparknmf.io.read.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparknmf.io.read.TestText;

class DriverLinesTest {
  private static List<String> all(String text) {
    List<String> all = new ArrayList<>();
    try (DriverLines lines = TestText.lines(text)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        all.add(new String(line, StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  @Test
  void linesEndAtLineFeedCarriageReturnOrBoth() {
    assertThat(all("a\nb\r\nc\rd")).containsExactly("a", "b", "c", "d");
    assertThat(all("a\n\n\r\r\n")).containsExactly("a", "", "", "");
    assertThat(all("")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoText() {
    assertThat(all("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
  }

  @Test
  void numbersAndOffsets() {
    try (DriverLines lines = TestText.lines("ab\r\n \nc")) {
      assertThat(lines.peek(2)).isEqualTo(TestText.bytes("ab"));
      assertThat(lines.peek(100)).hasSize(7);
      lines.nextContent();
      assertThat(lines.number()).isEqualTo(1);
      lines.nextContent();
      assertThat(lines.number()).isEqualTo(3);
      assertThat(lines.lineStart()).isEqualTo(6);
      assertThat(lines.nextContent()).isNull();
    }
  }

  @Test
  void linesLongerThanTheBufferAreWhole() {
    String longer = "x".repeat(200_003);
    assertThat(all("a\n" + longer + "\r\n" + longer)).containsExactly("a", longer, longer);
    // The two bytes of this line end lie in different buffers.
    String full = "y".repeat((1 << 16) - 1);
    assertThat(all(full + "\r\nb")).containsExactly(full, "b");
  }
}
