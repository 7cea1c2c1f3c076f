package org.sparknmf.io.read.delimited;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.text.Numerals;

/** Decides whether triples in delimited text begin with a line of names. */
public final class TripleHeader {
  private TripleHeader() {}

  /** YES or NO, by the rule that {@link HeaderMode#AUTO} documents. */
  public static HeaderMode decide(TableHead head, InputSettings input) {
    HeaderMode asked = input.text().header();
    if (asked != HeaderMode.AUTO) {
      return asked;
    }
    return isHeader(head, input.columns()) ? HeaderMode.YES : HeaderMode.NO;
  }

  private static boolean isHeader(TableHead head, ColumnNames names) {
    List<String> asked =
        Stream.of(names.row(), names.column(), names.value(), names.weight())
            .flatMap(Optional::stream)
            .toList();
    List<String> first = head.first();
    if (!asked.isEmpty()) {
      return !asked.stream().allMatch(name -> isPositionIn(name, first))
          || asked.stream().allMatch(name -> TripleColumns.position(first, name) >= 0);
    }
    if (hasDefaultNames(first)) {
      return true;
    }
    return first.size() >= 3
        ? !first.get(2).isEmpty() && !Numerals.isNumber(first.get(2))
        : first.stream().noneMatch(TripleHeader::isInteger)
            && !head.second().isEmpty()
            && head.second().stream().allMatch(TripleHeader::isInteger);
  }

  /** Whether there are columns {@code row} and {@code column}. */
  public static boolean hasDefaultNames(List<String> names) {
    return TripleColumns.position(names, "row") >= 0
        && TripleColumns.position(names, "column") >= 0;
  }

  private static boolean isPositionIn(String name, List<String> fields) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    long position = Numerals.natural(bytes, 0, bytes.length);
    return position >= 1 && position <= fields.size();
  }

  static boolean isInteger(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Numerals.isCanonicalLong(bytes, 0, bytes.length);
  }
}
