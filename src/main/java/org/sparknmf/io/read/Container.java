package org.sparknmf.io.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.mtx.MtxHeader;

/** What kind of file a matrix is in: by its first bytes where they tell, else by its name. */
enum Container {
  MATRIX_MARKET,
  PARQUET,
  JSON_LINES,
  LIBSVM,
  DELIMITED;

  /** How many bytes tell. */
  static final int BYTES = 256;

  private static final Pattern COMPRESSION =
      Pattern.compile("\\.(gz|bz2|zst|zstd|lz4|snappy|deflate)$");

  /** The kind of a file, from the beginning of its (decompressed) contents and its name. */
  static Container of(String file, byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    String start = text.stripLeading();
    if (start.regionMatches(true, 0, MtxHeader.BANNER, 0, MtxHeader.BANNER.length())) {
      return MATRIX_MARKET;
    }
    if (text.startsWith("PAR1")) {
      return PARQUET;
    }
    String name = COMPRESSION.matcher(file.toLowerCase(Locale.ROOT)).replaceFirst("");
    if (endsWith(name, ".parquet")) {
      return PARQUET;
    }
    if (text.indexOf('\0') >= 0) {
      throw new InputUnreadableException(
          file
              + " is neither UTF-8 text nor Parquet; give MatrixMarket, CSV, TSV, JSON lines, libsvm"
              + " or Parquet: convert it");
    }
    if (endsWith(name, ".mtx")) {
      return MATRIX_MARKET;
    }
    if (endsWith(name, ".libsvm", ".svm")) {
      return LIBSVM;
    }
    boolean table = endsWith(name, ".csv", ".tsv", ".txt");
    return endsWith(name, ".json", ".jsonl", ".ndjson") || (start.startsWith("{") && !table)
        ? JSON_LINES
        : DELIMITED;
  }

  private static boolean endsWith(String name, String... suffixes) {
    return Stream.of(suffixes).anyMatch(name::endsWith);
  }

  /** Whether a matrix of that layout can be in such a file. */
  boolean holds(InputFormat format) {
    return switch (format) {
      case AUTO -> true;
      case MTX, TEN_X -> this == MATRIX_MARKET;
      case VECTORS -> this == PARQUET;
      case DENSE -> this == DELIMITED;
      case LIBSVM -> List.of(LIBSVM, DELIMITED).contains(this);
      case TEXT -> List.of(PARQUET, JSON_LINES, DELIMITED).contains(this);
      case TRIPLES -> List.of(PARQUET, JSON_LINES, DELIMITED).contains(this);
    };
  }
}
