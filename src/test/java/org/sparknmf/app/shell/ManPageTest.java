package org.sparknmf.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ManPageTest {

  @Test
  void roffTakesNoTextForACommand() {
    assertThat(ManPage.roff(".x -y \\z")).isEqualTo("\\&.x \\-y \\ez");
    assertThat(ManPage.roff("'x")).isEqualTo("\\&'x");
    assertThat(ManPage.roff("x")).isEqualTo("x");
  }
}
