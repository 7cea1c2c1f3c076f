package org.sparknmf.io.read.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.sparknmf.frame.Axis;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.solver.InvalidMatrixException;

class ReadFailuresTest {
  private final InvalidMatrixException found = new InvalidMatrixException("f:3: bad");

  private static MatrixFrame frame(Optional<InvalidMatrixException> place) {
    return new MatrixFrame(
        null,
        MatrixFrame.Shape.CELLS,
        new Axis.FromData(),
        new Axis.FromData(),
        false,
        OptionalLong.empty(),
        () -> place);
  }

  private RuntimeException explained(Throwable cause) {
    return ReadFailures.explain(frame(Optional.of(found)), new SparkException("job", cause));
  }

  @Test
  void badDataIsSearchedForItsPlace() {
    InvalidMatrixException fromTask = new InvalidMatrixException("f: bad");
    assertThat(explained(fromTask)).isSameAs(found);
    assertThat(ReadFailures.explain(frame(Optional.empty()), new SparkException("job", fromTask)))
        .isSameAs(fromTask);
  }

  @Test
  void badDataFoundOnTheDriverHasItsPlaceAlready() {
    InvalidMatrixException duplicate = new InvalidMatrixException("row a, column b: twice");
    assertThat(ReadFailures.explain(frame(Optional.of(found)), duplicate)).isSameAs(duplicate);
  }

  @Test
  void damagedArchivesAreBadData() {
    assertThat(explained(new EOFException("end")))
        .isInstanceOf(InvalidMatrixException.class)
        .hasMessageContaining("truncated or damaged (end)");
    assertThat(explained(new ZipException("crc"))).isInstanceOf(InvalidMatrixException.class);
  }

  @Test
  void missingAndForbiddenFilesAreUnreadable() {
    for (IOException cause :
        new IOException[] {
          new FileNotFoundException("x"),
          new AccessControlException("x"),
          new AccessDeniedException("x")
        }) {
      assertThat(explained(cause)).isInstanceOf(InputUnreadableException.class).hasCause(cause);
    }
    assertThat(ReadFailures.unreadable("f", new AccessControlException("user=x")))
        .hasMessageContaining("f: no permission to read it (user=x)");
    assertThat(ReadFailures.unreadable("f", new IOException("net\nmore")))
        .isInstanceOf(InputUnreadableException.class)
        .hasMessage("f cannot be read (net); check the path and the file system");
  }

  @Test
  void otherFailuresStayWhatTheyAre() {
    IllegalArgumentException internal = new IllegalArgumentException("bug");
    assertThat(ReadFailures.explain(frame(Optional.empty()), internal)).isSameAs(internal);
    assertThat(explained(new IOException("disk full")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Spark could not read the matrix: job");
  }

  @Test
  void workIsExplainedWhenItFails() {
    MatrixFrame frame = frame(Optional.of(found));
    assertThat(ReadFailures.explaining(frame, () -> 7)).isEqualTo(7);
    assertThatThrownBy(
            () ->
                ReadFailures.explaining(
                    frame,
                    () -> {
                      throw new SparkException("job", new InvalidMatrixException("f: bad"));
                    }))
        .isSameAs(found);
  }
}
