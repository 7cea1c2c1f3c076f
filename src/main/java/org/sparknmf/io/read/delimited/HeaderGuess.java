package org.sparknmf.io.read.delimited;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparknmf.io.read.asked.ColumnNames;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.HeaderMode;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.asked.TripleColumns;
import org.sparknmf.io.read.text.Numerals;

/**
 * Decides whether delimited text begins with a line of names, by the rule that {@link
 * HeaderMode#AUTO} documents.
 */
final class HeaderGuess {
  /** So many numbers do not rise by chance. */
  private static final int MANY = 6;

  private final TableHead head;
  private final InputSettings input;
  private final List<String> first;

  private HeaderGuess(TableHead head, InputSettings input) {
    this.head = head;
    this.input = input;
    this.first = head.first();
  }

  /**
   * YES or NO.
   *
   * @throws org.sparknmf.solver.InvalidMatrixException if both are as likely
   */
  static HeaderMode of(TableHead head, InputSettings input) {
    HeaderMode asked = input.text().header();
    if (asked != HeaderMode.AUTO) {
      return asked;
    }
    return new HeaderGuess(head, input).isHeader() ? HeaderMode.YES : HeaderMode.NO;
  }

  private boolean isHeader() {
    List<String> asked = askedNames(input);
    if (!asked.isEmpty()) {
      return !asked.stream().allMatch(name -> isPositionIn(name, first))
          || asked.stream().allMatch(name -> TripleColumns.position(first, name) >= 0);
    }
    if (head.hasMarkedNames() || hasDefaultNames(first) || areRoles()) {
      return true;
    }
    if (head.rows().isEmpty()) {
      return isNamesAlone();
    }
    boolean beginsAsNames =
        first.size() > 1 && (first.get(0).isEmpty() || first.get(0).equalsIgnoreCase("id"));
    return isShort() || (beginsAsNames && !isPair()) || standsOverNumbers() || rises();
  }

  private static List<String> askedNames(InputSettings input) {
    ColumnNames names = input.columns();
    return Stream.concat(
            Stream.of(names.row(), names.column(), names.value(), names.weight(), names.id())
                .flatMap(Optional::stream),
            Stream.concat(
                input.text().choice().kept().stream().flatMap(List::stream),
                input.text().choice().dropped().stream()))
        .toList();
  }

  /** Whether there are columns {@code row} and {@code column}. */
  static boolean hasDefaultNames(List<String> names) {
    return TripleColumns.position(names, "row") >= 0
        && TripleColumns.position(names, "column") >= 0;
  }

  private static boolean isPositionIn(String name, List<String> fields) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    long position = Numerals.natural(bytes, 0, bytes.length);
    return position >= 1 && position <= fields.size();
  }

  /** Whether the fields are words for what rows and columns are, such as user and item. */
  private boolean areRoles() {
    if (!first.stream().allMatch(this::isWord)) {
      return false;
    }
    ColumnRoles roles = ColumnRoles.of(first);
    return !roles.positions(ColumnRole.ROW).isEmpty()
        && !roles.positions(ColumnRole.COLUMN).isEmpty();
  }

  /** Neither empty nor a number, nor a word for an unknown value where there may be some. */
  private boolean isWord(String field) {
    return !Numerals.isUnknown(field) && !head.isNumber(field) && !Numerals.isNumber(field);
  }

  /** Without data below, all that is known is whether the line could be data. */
  private boolean isNamesAlone() {
    return first.size() == 3
        ? isWord(first.get(2))
        : first.size() > 3 && first.stream().skip(1).anyMatch(this::isWord);
  }

  private boolean isPair() {
    return first.size() == 2 && ColumnFacts.isInteger(first.get(1));
  }

  /** Whether it has one field less than every other line: R gives no name to the ids. */
  private boolean isShort() {
    return head.rows().stream().allMatch(row -> row.size() == first.size() + 1)
        && IntStream.range(0, first.size()).anyMatch(i -> !first.get(i).isEmpty());
  }

  /** Whether some word stands where the lines below have numbers; the first may be an id. */
  private boolean standsOverNumbers() {
    boolean later =
        IntStream.range(1, first.size())
            .anyMatch(i -> isWord(first.get(i)) && head.facts(HeaderMode.YES, i).numbers());
    boolean atFirst = isWord(first.get(0)) && head.facts(HeaderMode.YES, 0).numbers();
    return later || (atFirst && (first.size() == 1 || mayNameIds()));
  }

  /** Whether the first field is a name and no id: all are words, or it says what ids are. */
  private boolean mayNameIds() {
    return first.stream().allMatch(this::isWord)
        || ColumnRoles.of(List.of(first.get(0))).roles().get(0).isPresent();
  }

  /** Whether numbers rise along the line, as years do, and do not along the lines below. */
  private boolean rises() {
    int from = first.isEmpty() || head.isNumber(first.get(0)) ? 0 : 1;
    boolean asTriples =
        input.format().equals(InputFormat.TRIPLES)
            || (input.format().equals(InputFormat.AUTO) && first.size() < (from == 0 ? 4 : 3));
    double[] run = numbers(first, from);
    if (asTriples || run.length < 2 || !isRising(run) || isTime()) {
      return false;
    }
    if (run.length == 2 && !areYears(run)) {
      return false;
    }
    long rising = head.rows().stream().filter(row -> isRising(numbers(row, from))).count();
    if (2 * rising > head.rows().size()) {
      return false;
    }
    boolean belowWord = from == 1 && head.facts(HeaderMode.YES, 0).numbers();
    if (isEven(run) || run.length >= MANY || belowWord) {
      return true;
    }
    throw head.bad(
        "the numbers of the first line rise, as names such as years do, and it may be data; say --header yes if it has the names of the columns, else --header no");
  }

  private boolean isTime() {
    return head.facts(HeaderMode.NO, first.size() - 1).times();
  }

  /** Numbers from a position on; none if something else is among them. */
  private double[] numbers(List<String> fields, int from) {
    List<String> some = fields.subList(Math.min(from, fields.size()), fields.size());
    return some.stream().allMatch(head::isNumber)
        ? some.stream().mapToDouble(ColumnFacts::number).toArray()
        : new double[0];
  }

  private static boolean isRising(double[] run) {
    return run.length > 0 && IntStream.range(1, run.length).allMatch(i -> run[i] > run[i - 1]);
  }

  /** Whether the steps are the same, rounding aside. */
  private static boolean isEven(double[] run) {
    double step = run[1] - run[0];
    return IntStream.range(2, run.length)
        .allMatch(i -> Math.abs(run[i] - run[i - 1] - step) <= 1e-6 * Math.abs(step));
  }

  private static boolean areYears(double[] run) {
    return Arrays.stream(run).allMatch(x -> x == Math.rint(x) && x >= 1500 && x <= 2200);
  }
}
