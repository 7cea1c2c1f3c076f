package org.sparknmf.io.read.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.io.read.files.Places;

/** Refuses files that no format here is for, by their own names, with what to do about them. */
public final class ForeignFiles {
  /** So many of the files are looked into. */
  private static final int MOST = 8;

  private static final String GZIP = "\u001F\u008B";

  private static final Pattern ABOUT =
      Pattern.compile(
          "(readme|license|licence|changelog|notice|citation)(\\..*)?|.*\\.(md|md5|sha256|sha1)");

  private static final Pattern JSON_ARRAY = Pattern.compile("(?s)\\s*\\[\\s*[\\[{].*");

  private static final Pattern NETFLIX_MOVIE = Pattern.compile("\\d+:\\s*");
  private static final Pattern NETFLIX_RATING =
      Pattern.compile("\\d+,\\d+,\\d{4}-\\d{2}-\\d{2}\\s*");

  private static final String NETFLIX_AWK =
      "awk -F, 'BEGIN {print \"user,movie,rating\"} /:/ {m = $1 + 0; next} {print $1 \",\" m \",\" $2}'";

  private final FileProbe probe;

  private ForeignFiles(FileProbe probe) {
    this.probe = probe;
  }

  /** Looks at the first files of an input. */
  public static void refuse(FileProbe probe) {
    new ForeignFiles(probe).refuse();
  }

  /** Refuses text that is called compressed, which nobody can open. */
  public static void refuseFalseNames(FileProbe probe) {
    for (Path file : looked(probe)) {
      String text = probe.stored(file);
      boolean gzip = text.startsWith(GZIP);
      if (file.getName().endsWith(".gz") && !gzip && !text.isEmpty() && isText(text)) {
        throw new InputUnreadableException(
            Places.show(file) + " is called .gz, but it is not compressed: drop .gz from its name");
      }
    }
  }

  private static List<Path> looked(FileProbe probe) {
    List<Path> files = probe.files().files();
    return files.subList(0, Math.min(MOST, files.size()));
  }

  private void refuse() {
    List<Path> files = probe.files().files();
    boolean matrixMarket = files.stream().anyMatch(file -> name(file).contains(".mtx"));
    boolean documents = probe.asks(InputFormat.TEXT);
    if (files.size() > 1 && !matrixMarket && !documents) {
      refuseStray(files);
    }
    for (Path file : looked(probe)) {
      String text = probe.stored(file);
      if (!matrixMarket || files.size() == 1) {
        Optional<ForeignKind> kind = ForeignKind.of(name(file), text);
        kind.ifPresent(
            known -> {
              throw new InputUnreadableException(known.refusal(Places.show(file), file.getName()));
            });
        refuseText(file, text, documents);
      }
      refuseCompression(file, text);
    }
    if (!documents && probe.isText()) {
      refuseNetflix();
    }
  }

  private static String name(Path file) {
    return file.getName().toLowerCase(Locale.ROOT);
  }

  /** A text about the data among the files of the data. */
  private static void refuseStray(List<Path> files) {
    List<Path> strays = files.stream().filter(file -> ABOUT.matcher(name(file)).matches()).toList();
    if (!strays.isEmpty() && strays.size() < files.size()) {
      throw new InputUnreadableException(
          "%s lies among the files of the input and is no part of a matrix; move it away, or give the"
                  .formatted(Places.show(strays.get(0)))
              + " others by a pattern such as DIRECTORY/part-*");
    }
  }

  private static void refuseText(Path file, String text, boolean documents) {
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (!documents && (start.startsWith("<!doctype html") || start.startsWith("<html"))) {
      throw new InputUnreadableException(
          Places.show(file)
              + " is a web page; a download may have given it in place of the data: get it again");
    }
    boolean json = name(file).matches(".*\\.(json|jsonl|ndjson)");
    boolean array = json ? start.startsWith("[") : JSON_ARRAY.matcher(text).matches();
    if (!documents && array) {
      throw new InputUnreadableException(
          "%s is a JSON array; JSON is read as one object a line: convert it: jq -c '.[]' %s > x.jsonl"
              .formatted(Places.show(file), file.getName()));
    }
  }

  /** A movie a block, where each line needs the movie above it: no line is a cell by itself. */
  private void refuseNetflix() {
    List<String> lines = probe.firstLines();
    if (lines.size() > 1
        && NETFLIX_MOVIE.matcher(lines.get(0)).matches()
        && NETFLIX_RATING.matcher(lines.get(1)).matches()) {
      String name = probe.files().files().get(0).getName();
      String command =
          name.endsWith(".gz") ? "zcat " + name + " | " + NETFLIX_AWK : NETFLIX_AWK + " " + name;
      throw new InputUnreadableException(
          "%s has ratings as the Netflix Prize has them, blocks of 'user,rating,date' below 'movie:', which are not read; convert it: %s > ratings.csv"
              .formatted(probe.file(), command));
    }
  }

  private static void refuseCompression(Path file, String text) {
    if (text.startsWith(GZIP) && !name(file).endsWith(".gz")) {
      throw new InputUnreadableException(
          Places.show(file)
              + " is compressed by gzip, but its name does not say so: add .gz to its name");
    }
    if (text.startsWith("BZh") && !name(file).endsWith(".bz2") && !isText(text)) {
      throw new InputUnreadableException(
          Places.show(file)
              + " is compressed by bzip2, but its name does not say so: add .bz2 to its name");
    }
  }

  private static boolean isText(String text) {
    return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c));
  }
}
