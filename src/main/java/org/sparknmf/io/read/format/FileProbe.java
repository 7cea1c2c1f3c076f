package org.sparknmf.io.read.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.files.Places;

/** What tells the format of some files: what was asked for, and the first file's name and bytes. */
public final class FileProbe {
  private static final int BYTES = 256;
  private static final int MANY_BYTES = 1 << 16;
  private static final int STORED_BYTES = 512;
  private static final int LINES = 20;
  private static final String PARQUET = "PAR1";

  private static final Pattern COMPRESSION =
      Pattern.compile("\\.(gz|bz2|zst|zstd|lz4|snappy|deflate)$");

  private final InputFiles files;
  private final InputFormat asked;
  private final String file;

  /** The first (decompressed) bytes, once somebody has asked for them. */
  private String beginning;

  /** The stored bytes, where they are given with the name, and not compressed; else null. */
  private final String stored;

  public FileProbe(InputFiles files, InputFormat asked) {
    this.files = files;
    this.asked = asked;
    this.file = Places.show(files.files().get(0));
    this.stored = null;
  }

  /** A probe of a file that is known by its name and its first bytes alone. */
  public FileProbe(String file, byte[] beginning) {
    this.files = InputFiles.none(new Configuration(false)).only(List.of(new Path(file)));
    this.asked = InputFormat.AUTO;
    this.file = file;
    this.beginning = text(beginning);
    this.stored = COMPRESSION.matcher(file.toLowerCase(Locale.ROOT)).find() ? "" : this.beginning;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public InputFiles files() {
    return files;
  }

  /** The first file as a person would type it. */
  public String file() {
    return file;
  }

  /** Whether that is what somebody asked for. */
  public boolean asks(InputFormat format) {
    return asked.equals(format);
  }

  /** Whether the first file has one of these suffixes, perhaps before that of a compression. */
  public boolean isNamed(String... suffixes) {
    String name = COMPRESSION.matcher(file.toLowerCase(Locale.ROOT)).replaceFirst("");
    return Stream.of(suffixes).anyMatch(name::endsWith);
  }

  /** Whether the first file's text begins so, in any case, blanks before it aside. */
  public boolean startsWith(String text) {
    return beginning().stripLeading().regionMatches(true, 0, text, 0, text.length());
  }

  /** The first lines that are there as a whole, without blank ones; few of them. */
  public List<String> firstLines() {
    String text = beginning(MANY_BYTES);
    int end = text.length() < MANY_BYTES ? text.length() : text.lastIndexOf('\n') + 1;
    return text.substring(0, end).lines().filter(line -> !line.isBlank()).limit(LINES).toList();
  }

  /** The first bytes of one of the files, as they are stored, each a character. */
  String stored(Path other) {
    return stored == null ? text(files.beginning(other, STORED_BYTES)) : stored;
  }

  public boolean isParquet() {
    return beginning().startsWith(PARQUET) || isNamed(".parquet");
  }

  /** Whether the first file may be text. */
  public boolean isText() {
    return !isParquet() && beginning().indexOf('\0') < 0;
  }

  private String beginning() {
    return beginning(BYTES);
  }

  private String beginning(int most) {
    if (beginning == null) {
      try (DriverLines lines = files.lines(files.files().get(0))) {
        beginning = text(lines.peek(MANY_BYTES));
      }
    }
    return beginning.substring(0, Math.min(most, beginning.length()));
  }
}
