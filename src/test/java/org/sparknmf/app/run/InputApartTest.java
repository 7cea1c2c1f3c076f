package org.sparknmf.app.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.solver.InvalidSettingException;

class InputApartTest {
  @TempDir private Path directory;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectories(directory.resolve("in/part"));
    Files.writeString(directory.resolve("in/x.csv"), "a,b,1\n");
  }

  private InputApart to(String output) {
    return new InputApart(new Configuration(false), directory.resolve(output).toString());
  }

  private String path(String input) {
    return directory.resolve(input).toString();
  }

  @Test
  void inputsInTheOutputAreRefused() {
    for (String output : List.of("in", "in/x.csv")) {
      assertThatThrownBy(() -> to(output).require(path("in/x.csv")))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining("in/x.csv' lies in output '" + path(output) + "'");
    }
    assertThatThrownBy(() -> to("in").require(List.of(path("a"), "file:" + path("in/part/0"))))
        .hasMessageContaining("lies in output");
  }

  @Test
  void outputsInTheInputAreRefused() {
    assertThatThrownBy(() -> to("in/model").require(path("in")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("in/model' lies in input '" + path("in") + "'");
    assertThatThrownBy(() -> to("in/model").require("file:" + path("in")))
        .hasMessageContaining("lies in input");
  }

  @Test
  void theRestIsAllowed() {
    assertThatCode(() -> to("in/model").require(path("in/x.csv"))).doesNotThrowAnyException();
    assertThatCode(() -> to("in/model").require(path("in/*.csv"))).doesNotThrowAnyException();
    assertThatCode(() -> to("in2").require(path("in"))).doesNotThrowAnyException();
    assertThatCode(() -> to("in").require(List.of(path("in2/x")))).doesNotThrowAnyException();
    assertThatCode(() -> to("in").require("nowhere:///x")).doesNotThrowAnyException();
  }

  /** Links lead the one into the other, whatever the names say. */
  @Test
  void linksAreFollowed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("shortcut"), directory.resolve("in"));
    assertThatThrownBy(() -> to("shortcut/model").require(path("in")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("lies in input '" + path("in") + "'");
    assertThatThrownBy(() -> to("in/new/model").require(link.toString()))
        .hasMessageContaining("lies in input '" + link + "'");
    assertThatThrownBy(() -> to("in").require(path("shortcut/x.csv")))
        .hasMessageContaining("lies in output");
    Files.createSymbolicLink(directory.resolve("x.csv"), directory.resolve("in/x.csv"));
    assertThatThrownBy(() -> to("shortcut").require(path("x.csv")))
        .hasMessageContaining("lies in output");
    assertThatCode(() -> to("model").require(link.toString())).doesNotThrowAnyException();
  }
}
