package org.sparknmf.app.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.UndeclaredThrowableException;
import java.net.ConnectException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.hadoop.util.VersionInfo;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparknmf.io.publish.OutputException;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.solver.InvalidMatrixException;
import org.sparknmf.solver.InvalidSettingException;

class FailureTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(new InvalidSettingException("m"), ExitCode.USAGE, "INVALID_SETTING"),
        Arguments.of(new CheckFailedException("m"), ExitCode.USAGE, "CHECK_FAILED"),
        Arguments.of(
            new NoClassDefFoundError("org/apache/spark/X"), ExitCode.USAGE, "WRONG_LIBRARY"),
        Arguments.of(new NoSuchMethodError("'void a.B.c()'"), ExitCode.USAGE, "WRONG_LIBRARY"),
        Arguments.of(new AbstractMethodError("a.B.c"), ExitCode.USAGE, "WRONG_LIBRARY"),
        Arguments.of(
            new SparkException("executor 1: java.lang.NoSuchMethodError: 'void a.B.c()'"),
            ExitCode.USAGE,
            "WRONG_LIBRARY"),
        Arguments.of(new UnsupportedClassVersionError("m"), ExitCode.USAGE, "OLD_JAVA"),
        Arguments.of(
            new SparkException("executor 1: java.lang.UnsupportedClassVersionError: a/B"),
            ExitCode.USAGE,
            "OLD_JAVA"),
        Arguments.of(new InvalidMatrixException("m"), ExitCode.INVALID_MATRIX, "INVALID_MATRIX"),
        Arguments.of(new InputUnreadableException("m"), ExitCode.INPUT, "INPUT_UNREADABLE"),
        Arguments.of(new OutputException("m"), ExitCode.OUTPUT, "OUTPUT"),
        Arguments.of(new InaccessibleObjectException("m"), ExitCode.USAGE, "CLOSED_JAVA"),
        Arguments.of(
            new IllegalAccessError(
                "class org.apache.spark.storage.StorageUtils$ (in unnamed module @0x1) cannot"
                    + " access class sun.nio.ch.DirectBuffer (in module java.base) because module"
                    + " java.base does not export sun.nio.ch to unnamed module @0x1"),
            ExitCode.USAGE,
            "CLOSED_JAVA"),
        Arguments.of(new OutOfMemoryError("m"), ExitCode.INTERNAL, "OUT_OF_MEMORY"),
        Arguments.of(new InterruptedException("m"), ExitCode.INTERRUPTED, "INTERRUPTED"),
        Arguments.of(new ClosedByInterruptException(), ExitCode.INTERRUPTED, "INTERRUPTED"),
        Arguments.of(
            new OutputException("out; m", new ConnectException("refused")),
            ExitCode.TEMPORARY_FAILURE,
            "TEMPORARY_FAILURE"),
        Arguments.of(
            new InputUnreadableException("in; m", new ConnectException("refused")),
            ExitCode.TEMPORARY_FAILURE,
            "TEMPORARY_FAILURE"),
        Arguments.of(new ConnectException("m"), ExitCode.TEMPORARY_FAILURE, "TEMPORARY_FAILURE"),
        Arguments.of(
            new IOException("org.apache.hadoop.hdfs.server.namenode.SafeModeException: wait"),
            ExitCode.TEMPORARY_FAILURE,
            "TEMPORARY_FAILURE"),
        Arguments.of(new IllegalStateException("m"), ExitCode.INTERNAL, "INTERNAL"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindHasItsCodeAndWord(Throwable thrown, ExitCode code, String word) {
    Failure failure = Failure.of(thrown);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.word()).isEqualTo(word);
    assertThat(failure.line()).startsWith("spark-nmf: error [" + word + "] ");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isFoundUnderWhatOthersWrapAroundIt(Throwable thrown, ExitCode code, String word) {
    Throwable wrapped =
        new SparkException(
            "Job aborted due to stage failure",
            new ExecutionException(new UndeclaredThrowableException(thrown)));
    assertThat(Failure.of(wrapped)).isEqualTo(Failure.of(thrown));
    assertThat(Failure.of(wrapped).code()).isEqualTo(code);
    assertThat(Failure.of(wrapped).word()).isEqualTo(word);
  }

  @Test
  void theJavaThatExecutorsNeedFollowsTheHadoopThatIsThere() {
    assertThat(Failure.newerJava("3.4.2")).endsWith("JAVA_HOME, to a JDK 17 or 21");
    assertThat(Failure.newerJava("3.5.0")).endsWith("JAVA_HOME, to a JDK 17, 21 or 25");
    assertThat(Failure.of(new UnsupportedClassVersionError("m")).remedy())
        .isEqualTo(Failure.newerJava(VersionInfo.getVersion()));
  }

  @Test
  void ourOwnMessageStandsAlone() {
    Failure failure = Failure.of(new InvalidMatrixException("a.mtx line 3: -1; delete it"));
    assertThat(failure.line())
        .isEqualTo("spark-nmf: error [INVALID_MATRIX] a.mtx line 3: -1; delete it");
  }

  @Test
  void theMessageOfOthersIsFollowedByARemedy() {
    assertThat(Failure.of(new OutOfMemoryError("Java heap space")).message())
        .startsWith("OutOfMemoryError: Java heap space; give more memory");
    assertThat(Failure.of(new SparkException("java.lang.OutOfMemoryError: heap")).word())
        .isEqualTo("OUT_OF_MEMORY");
    assertThat(Failure.of(new IllegalStateException(new NullPointerException())).message())
        .isEqualTo(
            "NullPointerException; run it again with --verbose for the stack trace, and report it");
  }

  /** As Java says it when a class is asked for that could not be set up before. */
  @Test
  void aClassThatFailedBeforeFailsForTheSameReason() {
    Throwable first =
        new ExceptionInInitializerError(
            "Exception java.lang.IllegalAccessError: because module java.base does not export"
                + " sun.nio.ch to unnamed module @0x1 [in thread \"main\"]");
    Throwable again = new NoClassDefFoundError("Could not initialize class a.B").initCause(first);
    assertThat(Failure.of(again).word()).isEqualTo("CLOSED_JAVA");
    assertThat(Failure.of(new NoClassDefFoundError("Could not initialize class a.B")).word())
        .isEqualTo("WRONG_LIBRARY");
  }

  @Test
  void theLineIsOneLineOfBoundedLength() {
    String line = Failure.of(new OutputException("a\n\tb\r\n c" + "x".repeat(900) + "; z")).line();
    assertThat(line).startsWith("spark-nmf: error [OUTPUT] a b cx").endsWith("x; z");
    assertThat(line).contains(" ... ").hasSize(500);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_WORD, STATUS_MISSING",
    "PASSING_TROUBLE, TEMPORARY_FAILURE",
    "OUTPUT, OUTPUT",
    "SOMETHING_ELSE, SOMETHING_ELSE"
  })
  void formerCodesOfFilesAreUnderstood(String recorded, String present) {
    assertThat(ErrorCode.presentName(recorded)).isEqualTo(present);
  }

  @Test
  void aCycleOfCausesEnds() {
    IllegalStateException first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));
    assertThat(Failure.of(first).code()).isEqualTo(ExitCode.INTERNAL);
  }

  @Test
  void causeAndRemedyArePartsOfTheMessage() {
    Failure failure = Failure.of(new InvalidMatrixException("x.mtx, line 3: a; b; correct it"));
    assertThat(failure.cause()).isEqualTo("x.mtx, line 3: a; b");
    assertThat(failure.remedy()).isEqualTo("correct it");
    Failure plain = Failure.of(new InvalidMatrixException("no remedy"));
    assertThat(plain.cause()).isEqualTo("no remedy");
    assertThat(plain.remedy()).isEmpty();
  }
}
