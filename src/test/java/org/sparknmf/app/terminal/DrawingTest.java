package org.sparknmf.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {
  private final Drawing blocks = new Drawing(new Look(true, false));
  private final Drawing ascii = new Drawing(new Look(false, false));

  @ParameterizedTest
  @CsvSource({
    "0, '    ', '    '",
    "0.001, '▏   ', '#   '",
    "0.03125, '▏   ', '#   '",
    "0.375, '█▌  ', '##  '",
    "0.5, '██  ', '##  '",
    "1, '████', '####'",
    "1.7, '████', '####'"
  })
  void aBarShowsEighthsOfCharactersOrWholeOnes(double part, String drawn, String plain) {
    assertThat(blocks.bar(part, 4)).isEqualTo(drawn);
    assertThat(ascii.bar(part, 4)).isEqualTo(plain);
  }

  @Test
  void aCurveGoesFromTheLeastToTheGreatest() {
    assertThat(blocks.curve(List.of(0.9, 0.5, 0.3, 0.2))).isEqualTo("█▆▄▁");
    assertThat(ascii.curve(List.of(0.9, 0.5, 0.3, 0.2))).isEqualTo("#+-_");
    assertThat(blocks.curve(List.of(2.0, 2.0))).isEqualTo("▁▁");
    assertThat(blocks.curve(List.of())).isEmpty();
  }

  @Test
  void columnsStandOnZero() {
    assertThat(blocks.columns(List.of(7.0, 7.0, 3.5, 0.0))).isEqualTo("██▅▁");
    assertThat(blocks.columns(List.of(0.0))).isEqualTo("▁");
  }

  @Test
  void aLongCurveKeepsItsEnds() {
    List<Double> numbers = IntStream.range(0, 101).mapToObj(i -> (double) i).toList();
    assertThat(Drawing.thinned(numbers, 5)).containsExactly(0.0, 25.0, 50.0, 75.0, 100.0);
    assertThat(Drawing.thinned(numbers, 101)).isSameAs(numbers);
  }
}
