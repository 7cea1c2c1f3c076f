package org.sparknmf.io.read.files;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.SparkException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.sparknmf.frame.MatrixFrame;
import org.sparknmf.solver.InvalidMatrixException;

/** Turns the failure of a Spark job that read a matrix into an error about the input. */
public final class ReadFailures {
  private static final int DEEPEST = 20;
  private static final String READ_FAILED = "FAILED_READ_FILE";
  private static final String RAISED = "USER_RAISED_EXCEPTION";

  private ReadFailures() {}

  /**
   * The error behind a failed job over a frame's data: {@link InvalidMatrixException} with the
   * first bad place (another job searches for it) or for a damaged archive; {@link
   * InputUnreadableException} if files are missing, forbidden or not what they claim to be; else
   * the failure itself, in an {@link IllegalStateException} if it is a checked one.
   */
  public static RuntimeException explain(MatrixFrame frame, Throwable failure) {
    return explain(failure, "the input", frame.firstBadPlace());
  }

  /** Runs work over a frame's data and {@linkplain #explain explains} its failure. */
  public static <T> T explaining(MatrixFrame frame, ReadAction<T> work) {
    try {
      return work.run();
    } catch (RuntimeException | SparkException | AnalysisException e) {
      throw explain(frame, e);
    }
  }

  /** Runs work whose bad data has no place to search for; the input is what messages name. */
  public static <T> T explaining(String input, ReadAction<T> work) {
    return explaining(input, Optional::empty, work);
  }

  /** Runs work over data that is no frame yet, with a search for its first bad place. */
  public static <T> T explaining(
      String input, Supplier<Optional<InvalidMatrixException>> search, ReadAction<T> work) {
    try {
      return work.run();
    } catch (RuntimeException | SparkException | AnalysisException e) {
      throw explain(e, input, search);
    }
  }

  /** The error behind a failure that tells of no place in the data. */
  public static RuntimeException explain(Throwable failure, String input) {
    return explain(failure, input, Optional::empty);
  }

  private static RuntimeException explain(
      Throwable failure, String input, Supplier<Optional<InvalidMatrixException>> search) {
    if (failure instanceof InvalidMatrixException known) {
      // From the driver, which names the place; what tasks throw arrives in Spark's wrapping.
      return known;
    }
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof InputUnreadableException known) {
        return known;
      }
      if (cause instanceof InvalidMatrixException known) {
        return search.get().orElse(known);
      }
      if (hasCondition(cause, RAISED)) {
        return search.get().orElseGet(() -> new InvalidMatrixException(message(cause), failure));
      }
    }
    return unreadable(causes, input).orElseGet(() -> unchecked(failure));
  }

  private static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(
            "Spark could not read the matrix: " + message(failure), failure);
  }

  private static Optional<RuntimeException> unreadable(List<Throwable> causes, String input) {
    String file = causes.stream().flatMap(ReadFailures::file).findFirst().orElse(input);
    Optional<IOException> io =
        causes.stream()
            .filter(IOException.class::isInstance)
            .map(IOException.class::cast)
            .filter(e -> isMissingOrForbidden(e) || isDamagedArchive(e))
            .findFirst();
    if (io.isPresent()) {
      return Optional.of(unreadable(file, io.get()));
    }
    Optional<Throwable> rejected = causes.stream().filter(ReadFailures::isRejectedType).findFirst();
    if (rejected.isPresent()) {
      return Optional.of(
          new InputUnreadableException(
              "%s has a column of a type that Spark does not read (%s); write that column as another type, timestamps in microseconds, or leave it out of the file"
                  .formatted(file, message(rejected.get())),
              causes.get(0)));
    }
    return causes.stream()
        .filter(ReadFailures::isUnreadableFile)
        .findFirst()
        .map(cause -> notWhatItClaims(file, causes));
  }

  private static InputUnreadableException notWhatItClaims(String file, List<Throwable> causes) {
    Throwable root = causes.get(causes.size() - 1);
    return new InputUnreadableException(
        "%s cannot be read: %s; the file is damaged or of another format: write it again, or check --format"
            .formatted(file, message(root)),
        causes.get(0));
  }

  /** Spark 3.5 has no name for the condition. */
  private static boolean isRejectedType(Throwable cause) {
    return hasCondition(cause, "PARQUET_TYPE_")
        || (cause instanceof AnalysisException && message(cause).contains("Parquet type"));
  }

  private static boolean isUnreadableFile(Throwable cause) {
    return hasCondition(cause, READ_FAILED)
        || hasCondition(cause, "UNABLE_TO_INFER_SCHEMA")
        || hasCondition(cause, "PATH_NOT_FOUND")
        || hasCondition(cause, "COLUMN_ALREADY_EXISTS")
        || comesFrom(cause, "org.apache.parquet.")
        || comesFrom(cause, "shaded.parquet.");
  }

  /** Whether the code that threw it belongs to some packages. */
  private static boolean comesFrom(Throwable cause, String packages) {
    return Arrays.stream(cause.getStackTrace())
        .limit(4)
        .anyMatch(frame -> frame.getClassName().startsWith(packages));
  }

  /** The error for a file that the file system or a decompressor gives up on. */
  public static RuntimeException unreadable(String file, IOException e) {
    if (isDamagedArchive(e)) {
      return new InvalidMatrixException(
          "%s: the compressed file is truncated or damaged (%s); copy it again from its source"
              .formatted(file, message(e)),
          e);
    }
    if (e instanceof AccessControlException || e instanceof AccessDeniedException) {
      return new InputUnreadableException(
          file + ": no permission to read it (" + message(e) + "); ask for it or copy the file", e);
    }
    if (e instanceof FileNotFoundException) {
      return new InputUnreadableException(
          file + " cannot be opened (" + message(e) + "); check path and permission", e);
    }
    return new InputUnreadableException(
        file + " cannot be read (" + message(e) + "); check the path and the file system", e);
  }

  private static boolean isMissingOrForbidden(IOException e) {
    return e instanceof FileNotFoundException
        || e instanceof AccessControlException
        || e instanceof AccessDeniedException;
  }

  private static boolean isDamagedArchive(IOException e) {
    return e instanceof EOFException
        || e instanceof ZipException
        || comesFrom(e, "org.apache.hadoop.io.compress.");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable t = failure; t != null && causes.size() < DEEPEST; t = t.getCause()) {
      causes.add(t);
    }
    return causes;
  }

  // Spark 3.5 knows no other name for it.
  @SuppressWarnings("deprecation")
  public static boolean hasCondition(Throwable cause, String prefix) {
    return cause instanceof SparkThrowable spark
        && spark.getErrorClass() != null
        && spark.getErrorClass().startsWith(prefix);
  }

  private static Stream<String> file(Throwable cause) {
    if (!hasCondition(cause, READ_FAILED)) {
      return Stream.empty();
    }
    String path = ((SparkThrowable) cause).getMessageParameters().get("path");
    return Stream.ofNullable(path).map(Places::showEncoded);
  }

  /** The first line of what an exception says. */
  public static String message(Throwable cause) {
    String text =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return text.lines().findFirst().orElse(cause.getClass().getSimpleName());
  }
}
