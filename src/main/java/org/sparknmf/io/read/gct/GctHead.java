package org.sparknmf.io.read.gct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;
import org.sparknmf.solver.InvalidMatrixException;

/**
 * The first three lines of a GCT file: {@code #1.2}, the numbers of genes and samples, the names of
 * the fields.
 *
 * @param genes how many lines follow
 * @param samples names of the samples
 */
record GctHead(long genes, ArrayList<String> samples) implements Serializable {
  static final String VERSION = "#1.2";
  private static final int BEFORE_SAMPLES = 2;

  static GctHead read(DriverLines lines) {
    String version = next(lines);
    if (!version.strip().equals(VERSION)) {
      throw bad(
          lines,
          "the first line is %s; a GCT file begins with '#1.2': convert it, or check --format"
              .formatted(LineText.excerpt(version)));
    }
    String[] sizes = next(lines).strip().split("\\s+", -1);
    if (sizes.length != 2 || !Arrays.stream(sizes).allMatch(size -> size.matches("\\d{1,9}"))) {
      throw bad(lines, "the second line of GCT is 'genes samples', two numbers: correct it");
    }
    List<String> names = List.of(next(lines).split("\t", -1));
    long samples = Long.parseLong(sizes[1]);
    if (samples == 0 || names.size() != samples + BEFORE_SAMPLES) {
      throw bad(
          lines,
          "%d names for %d samples; a GCT file has 'Name', 'Description' and a name for each sample:"
                  .formatted(names.size(), samples)
              + " correct the line or the sizes");
    }
    ArrayList<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names.subList(BEFORE_SAMPLES, names.size())) {
      if (name.isBlank() || !seen.add(name.strip())) {
        throw bad(
            lines,
            "sample %s has no name, or that of another; names must differ: rename it"
                .formatted(LineText.excerpt(name)));
      }
      found.add(name.strip());
    }
    return new GctHead(Long.parseLong(sizes[0]), found);
  }

  private static String next(DriverLines lines) {
    byte[] line = lines.nextContent();
    if (line == null) {
      throw Places.bad(
          lines.file(), "fewer than three lines; a GCT file has a head of three: copy it again");
    }
    return Labels.text(lines, line);
  }

  private static InvalidMatrixException bad(DriverLines lines, String reason) {
    return Places.bad(lines.file(), lines.number(), reason);
  }
}
