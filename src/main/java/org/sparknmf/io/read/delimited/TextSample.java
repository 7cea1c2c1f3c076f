package org.sparknmf.io.read.delimited;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.sparknmf.io.read.asked.Delimiter;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.LineRules;
import org.sparknmf.io.read.asked.TextRules;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.InputFiles;
import org.sparknmf.io.read.text.BadLineException;
import org.sparknmf.io.read.text.FieldCursor;
import org.sparknmf.io.read.text.FieldSyntax;
import org.sparknmf.io.read.text.LineText;

/**
 * The first lines with something on them, and what they show of how lines are written.
 *
 * @param content the lines that are no comments, at least one; the first may have names
 * @param delimiter what separates fields
 * @param syntax how fields are written
 * @param comments what comments are
 * @param names whether the first line is a comment with names of columns
 */
record TextSample(
    List<SampleLine> content,
    Delimiter delimiter,
    FieldSyntax syntax,
    Comments comments,
    boolean names) {
  private static final int MOST_LINES = 1000;
  private static final int MOST_BYTES = 1 << 20;

  /** Lines of the first files, until two differ; empty if the files say nothing. */
  static Optional<TextSample> of(InputFiles files, TextRules rules) {
    List<SampleLine> lines = new ArrayList<>();
    for (Path file : files.files()) {
      try (DriverLines open = files.lines(file)) {
        read(open, rules.lines().skipped(), lines);
      }
      if (differ(lines)) {
        break;
      }
    }
    return of(lines, rules);
  }

  /** Lines of one file; empty if it says nothing. */
  static Optional<TextSample> of(DriverLines file, TextRules rules) {
    List<SampleLine> lines = new ArrayList<>();
    read(file, rules.lines().skipped(), lines);
    return of(lines, rules);
  }

  private static boolean differ(List<SampleLine> lines) {
    return lines.stream().anyMatch(line -> !Arrays.equals(line.bytes(), lines.get(0).bytes()));
  }

  private static void read(DriverLines file, int skipped, List<SampleLine> lines) {
    int bytes = 0;
    int count = 0;
    for (byte[] line = file.next();
        line != null && count < MOST_LINES && bytes < MOST_BYTES;
        line = file.next()) {
      if (file.number() > skipped && !LineText.isBlank(line)) {
        lines.add(new SampleLine(line, file.file(), file.number(), file.lineStart()));
        bytes += line.length;
        count++;
      }
    }
  }

  private static Optional<TextSample> of(List<SampleLine> lines, TextRules rules) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(withoutComments(lines, rules));
  }

  private static TextSample withoutComments(List<SampleLine> lines, TextRules rules) {
    Optional<String> asked = rules.lines().comment();
    Optional<String> mark =
        asked.isPresent()
            ? asked.filter(text -> !text.isEmpty())
            : Comments.markOf(lines.stream().map(SampleLine::bytes).toList());
    Comments marked =
        new Comments(mark.map(Comments::bytes).orElse(new byte[0]), asked.isPresent(), 0);
    List<byte[]> data =
        lines.stream().map(SampleLine::bytes).filter(line -> !marked.mark(line)).toList();
    List<byte[]> shown = data.isEmpty() ? List.of(lines.get(0).bytes()) : data;
    Delimiter delimiter =
        rules.delimiter().equals(Delimiter.AUTO) ? DelimiterGuess.of(shown) : rules.delimiter();
    LineRules how = rules.lines();
    boolean commas = how.decimal() == LineRules.DecimalMark.COMMA;
    FieldSyntax plainly = new FieldSyntax(delimiter.text(), how.quotes(), false, commas);
    boolean spaced = rules.delimiter().equals(Delimiter.AUTO) && areSpaced(data, plainly);
    FieldSyntax syntax = new FieldSyntax(delimiter.text(), how.quotes(), spaced, commas);
    Comments comments = marked.among(fields(shown.get(0), syntax));
    List<SampleLine> content =
        lines.stream().filter(line -> !comments.are(line.bytes(), syntax)).toList();
    TextSample plain =
        new TextSample(content.isEmpty() ? lines : content, delimiter, syntax, comments, false);
    return rules.header() == HeaderMode.NO ? plain : plain.withNames(lines);
  }

  private static boolean areSpaced(List<byte[]> lines, FieldSyntax syntax) {
    FieldCursor cursor = new FieldCursor(syntax);
    try {
      for (byte[] line : lines) {
        if (!cursor.isSpaced(line)) {
          return false;
        }
      }
      return !lines.isEmpty();
    } catch (BadLineException e) {
      // Whoever reads the line as data will say so.
      return false;
    }
  }

  private static int fields(byte[] line, FieldSyntax syntax) {
    try {
      return new FieldCursor(syntax).count(line);
    } catch (BadLineException e) {
      // Whoever reads the line as data will say so.
      return 0;
    }
  }

  /** Takes the last comment before the data for names, if it has as many fields as the data. */
  private TextSample withNames(List<SampleLine> lines) {
    int before = lines.indexOf(content.get(0)) - 1;
    if (before < 0 || !isNames(lines.get(before).bytes())) {
      return this;
    }
    List<SampleLine> all = new ArrayList<>(content);
    all.add(0, lines.get(before));
    return new TextSample(all, delimiter, syntax, comments, true);
  }

  private boolean isNames(byte[] comment) {
    byte[] bare = comments.bare(comment);
    return comments.mark(comment)
        && !delimiter.equals(Delimiter.SPACE)
        && comments.fields() > 1
        && fields(bare, syntax) == comments.fields();
  }
}
