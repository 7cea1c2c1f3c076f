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
 * The first lines of a GCT file: the version, the sizes, the names of the fields, and, since 1.3,
 * lines about the samples.
 *
 * @param genes how many lines follow
 * @param samples names of the samples
 * @param aboutGenes names of the fields between the name of a gene and its values
 * @param aboutSamples names of the lines between that of the names and the first gene
 */
record GctHead(
    long genes,
    ArrayList<String> samples,
    ArrayList<String> aboutGenes,
    ArrayList<String> aboutSamples)
    implements Serializable {
  private static final String VERSION = "#1.2";
  private static final String WITH_ABOUT = "#1.3";

  /** Lines that say anything: version, sizes, names. */
  private static final int LINES = 3;

  static boolean begins(String line) {
    return List.of(VERSION, WITH_ABOUT).contains(line.strip());
  }

  static GctHead read(DriverLines lines) {
    String version = next(lines).strip();
    if (!begins(version)) {
      throw bad(
          lines,
          "the first line is %s; a GCT file begins with '#1.2' or '#1.3': convert it, or check --format"
              .formatted(LineText.excerpt(version)));
    }
    List<Integer> sizes = sizes(lines, version.equals(WITH_ABOUT));
    List<String> names = List.of(next(lines).split("\t", -1));
    int samples = sizes.get(1);
    int before = 1 + sizes.get(2);
    if (samples == 0 || names.size() != samples + before) {
      throw bad(
          lines,
          "%d names for %d samples; a GCT file has names for that of a gene, %d fields about it and each sample: correct the line or the sizes"
              .formatted(names.size(), samples, before - 1));
    }
    return new GctHead(
        sizes.get(0),
        samples(lines, names.subList(before, names.size())),
        new ArrayList<>(names.subList(1, before)),
        aboutSamples(lines, sizes.get(3), names.size()));
  }

  /** The numbers of genes, of samples, of fields about a gene and of lines about samples. */
  private static List<Integer> sizes(DriverLines lines, boolean withAbout) {
    String[] sizes = next(lines).strip().split("\\s+", -1);
    int wanted = withAbout ? 4 : 2;
    if (sizes.length != wanted
        || !Arrays.stream(sizes).allMatch(size -> size.matches("\\d{1,9}"))) {
      throw bad(
          lines,
          withAbout
              ? "the second line of GCT 1.3 is 'genes samples fields-about-a-gene lines-about-samples', four numbers: correct it"
              : "the second line of GCT is 'genes samples', two numbers: correct it");
    }
    List<Integer> numbers = new ArrayList<>(Arrays.stream(sizes).map(Integer::valueOf).toList());
    if (!withAbout) {
      // The field 'Description', and no lines.
      numbers.addAll(List.of(1, 0));
    }
    return numbers;
  }

  private static ArrayList<String> samples(DriverLines lines, List<String> names) {
    ArrayList<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank() || !seen.add(name.strip())) {
        throw bad(
            lines,
            "sample %s has no name, or that of another; names must differ: rename it"
                .formatted(LineText.excerpt(name)));
      }
      found.add(name.strip());
    }
    return found;
  }

  private static ArrayList<String> aboutSamples(DriverLines lines, int count, int width) {
    ArrayList<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] fields = next(lines).split("\t", -1);
      if (fields.length != width) {
        throw bad(
            lines,
            "%d fields; the second line promises %d lines about samples, which have %d, as the line of names: correct it or the sizes"
                .formatted(fields.length, count, width));
      }
      names.add(fields[0].strip());
    }
    return names;
  }

  /** How many of the lines that say anything are the head. */
  int lines() {
    return LINES + aboutSamples.size();
  }

  /** How many fields a gene's line has before its values. */
  int fieldsBefore() {
    return 1 + aboutGenes.size();
  }

  /** What is no part of the matrix: about genes, then about samples. */
  List<String> notUsed() {
    List<String> names = new ArrayList<>(aboutGenes);
    names.addAll(aboutSamples);
    return names;
  }

  private static String next(DriverLines lines) {
    byte[] line = lines.nextContent();
    if (line == null) {
      throw Places.bad(
          lines.file(),
          "the file ends before its genes; a GCT file has a version, sizes and names: copy it again");
    }
    return Labels.text(lines, line);
  }

  private static InvalidMatrixException bad(DriverLines lines, String reason) {
    return Places.bad(lines.file(), lines.number(), reason);
  }
}
