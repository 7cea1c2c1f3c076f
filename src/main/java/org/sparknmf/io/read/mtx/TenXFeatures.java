package org.sparknmf.io.read.mtx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sparknmf.io.read.files.DriverLines;
import org.sparknmf.io.read.files.Labels;
import org.sparknmf.io.read.files.Places;
import org.sparknmf.io.read.text.LineText;

/**
 * The features of a 10x matrix, from lines of id, name and type. A feature goes by its name where
 * no other has that name, else by {@code name (id)}: the same whatever the order of the lines.
 *
 * @param labels one for each line, distinct
 * @param types how many features there are of each type; empty where the file does not tell
 * @param typeOfEach the type of each feature; empty text where the file does not tell
 */
public record TenXFeatures(
    List<String> labels, Map<String, Integer> types, List<String> typeOfEach) {

  /** Reads the lines of features.tsv or genes.tsv. */
  public static TenXFeatures read(DriverLines lines) {
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<String, Integer> named = new HashMap<>();
    Map<String, Integer> types = new TreeMap<>();
    List<String> typeOfEach = new ArrayList<>();
    Map<String, Long> seen = new HashMap<>();
    for (byte[] line = lines.nextContent(); line != null; line = lines.nextContent()) {
      String[] fields = Labels.text(lines, line).split("\t", -1);
      String id = fields[0].strip();
      refuse(lines, id, seen.putIfAbsent(id, lines.number()));
      String name = fields.length > 1 && !fields[1].isBlank() ? fields[1].strip() : id;
      ids.add(id);
      names.add(name);
      named.merge(name, 1, Integer::sum);
      String type = fields.length > 2 ? fields[2].strip() : "";
      typeOfEach.add(type);
      if (!type.isEmpty()) {
        types.merge(type, 1, Integer::sum);
      }
    }
    return new TenXFeatures(labels(lines, ids, names, named), types, typeOfEach);
  }

  private static void refuse(DriverLines lines, String id, Long before) {
    if (id.isEmpty()) {
      throw Places.bad(
          lines.file(), lines.number(), "the id is empty; every feature has one: add it");
    }
    if (before != null) {
      throw Places.bad(
          lines.file(),
          lines.number(),
          "feature %s stands in line %d already; ids must differ: correct the file"
              .formatted(LineText.excerpt(id), before));
    }
  }

  private static List<String> labels(
      DriverLines lines, List<String> ids, List<String> names, Map<String, Integer> named) {
    List<String> labels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ids.size(); i++) {
      String name = names.get(i);
      String label = named.get(name) == 1 ? name : name + " (" + ids.get(i) + ")";
      if (!seen.add(label)) {
        throw Places.bad(
            lines.file(),
            "two features would be called %s; names must differ, or ids tell them apart: rename one"
                .formatted(LineText.excerpt(label)));
      }
      labels.add(label);
    }
    return labels;
  }
}
