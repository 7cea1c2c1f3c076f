package org.sparknmf.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparknmf.app.command.Entrance;

class MainTest {
  private static final int JAVA_8 = 52;

  @Test
  void anOldJavaCanReadTheEntrance() throws IOException {
    try (DataInputStream entrance =
        new DataInputStream(Main.class.getResourceAsStream("Main.class"))) {
      assertThat(entrance.readInt()).isEqualTo(0xCAFEBABE);
      assertThat(entrance.readUnsignedShort()).as("minor version").isZero();
      assertThat(entrance.readUnsignedShort()).as("major version").isEqualTo(JAVA_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.8,true", "11,true", "16,true", "17,false", "21,false", "25,false"})
  void tellsAnOldJavaByItsSpecification(String version, boolean tooOld) {
    assertThat(Main.isTooOld(version)).isEqualTo(tooOld);
  }

  @Test
  void saysWhatToDo() {
    assertThat(Main.refusal("11"))
        .startsWith("spark-nmf: error [OLD_JAVA] Java must be 17 or 21, or 25")
        .contains(", got 11; set JAVA_HOME to");
  }

  @Test
  void knowsWhatIsBehindIt() {
    assertThat(Main.class.getName()).isEqualTo(Entrance.MAIN_CLASS);
    assertThat(Program.class.getName()).isEqualTo(Main.class.getPackageName() + ".Program");
  }
}
