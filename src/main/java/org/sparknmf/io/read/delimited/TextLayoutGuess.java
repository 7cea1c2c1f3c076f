package org.sparknmf.io.read.delimited;

import static org.sparknmf.io.read.asked.ColumnRole.COLUMN;
import static org.sparknmf.io.read.asked.ColumnRole.ROW;
import static org.sparknmf.io.read.asked.ColumnRole.TIME;
import static org.sparknmf.io.read.asked.ColumnRole.VALUE;
import static org.sparknmf.io.read.asked.ColumnRole.WEIGHT;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparknmf.io.read.asked.ColumnRole;
import org.sparknmf.io.read.asked.ColumnRoles;
import org.sparknmf.io.read.asked.InputFormat;
import org.sparknmf.io.read.asked.InputSettings;
import org.sparknmf.io.read.text.LineText;

/**
 * Decides from the names and the values of the first lines whether delimited text has triples or
 * dense rows. What could be both is refused.
 */
final class TextLayoutGuess {
  private static final String BY_OPTION =
      "say --format triples, with --row-column, --column-column and --value-column if they are not the first three, or --format dense";

  private static final Pattern NUMBERED = Pattern.compile("\\d$");

  /** So many lines show whether ids recur more than values do. */
  private static final int ENOUGH = 10;

  private final TableHead head;
  private final TableShape shape;
  private final ColumnRoles roles;
  private final List<ColumnFacts> facts;
  private final int width;

  /** Looks at each column once. */
  TextLayoutGuess(TableHead head, TableShape shape) {
    this.head = head;
    this.shape = shape;
    this.width = shape.width();
    // Numbers of columns say nothing.
    this.roles =
        shape.named()
            ? ColumnRoles.of(shape.names().subList(0, width))
            : new ColumnRoles(List.of());
    this.facts = shape.facts(head);
  }

  /** What somebody said that the lines are; empty if nobody did. */
  static Optional<InputFormat> asked(InputSettings input) {
    if (!input.format().equals(InputFormat.AUTO)) {
      return Optional.of(input.format());
    }
    if (input.columns().anyOfTriples()) {
      return Optional.of(InputFormat.TRIPLES);
    }
    if (input.columns().text().isPresent()) {
      return Optional.of(InputFormat.TEXT);
    }
    return input.text().choice().any() ? Optional.of(InputFormat.DENSE) : Optional.empty();
  }

  /**
   * What the lines are, by what they show.
   *
   * @param idNamed whether somebody named a column of row ids, so that they are no triples
   * @throws org.sparknmf.solver.InvalidMatrixException if they might be something else as well
   */
  InputFormat layout(boolean idNamed) {
    if (texts().isThere(roles)) {
      return InputFormat.TEXT;
    }
    return idNamed || !isTriples() ? InputFormat.DENSE : InputFormat.TRIPLES;
  }

  /** The column of texts, if there is one. */
  TextColumn texts() {
    return new TextColumn(head, shape, facts);
  }

  /** The columns that cannot be values of triples: times, and numbers of the lines. */
  BitSet idle() {
    Set<Integer> times = new HashSet<>(roles.positions(TIME));
    Set<Integer> indices = new HashSet<>(roles.positions(ColumnRole.INDEX));
    BitSet idle = new BitSet();
    idle.set(width, shape.names().size());
    for (int i = 0; i < width; i++) {
      boolean told = times.contains(i) || (indices.contains(i) && isIndex(i));
      boolean seen = i >= 2 && facts.get(i).times();
      idle.set(i, told || seen || (i == 0 && shape.idUnnamed()));
    }
    return idle;
  }

  private boolean isIndex(int column) {
    return facts.get(column).counted() || shape.names().get(column).isEmpty();
  }

  private boolean isTriples() {
    if (HeaderGuess.hasDefaultNames(shape.names())) {
      return true;
    }
    if (shape.named() && bothSides()) {
      return byRoles();
    }
    return switch (width) {
      case 1 -> false;
      case 2 -> isPairs();
      case 3 -> isThree();
      default -> isMany();
    };
  }

  private boolean bothSides() {
    return !roles.positions(ROW).isEmpty() && !roles.positions(COLUMN).isEmpty();
  }

  /** Where names say which columns have ids of rows and of columns. */
  private boolean byRoles() {
    List<Integer> rows = roles.positions(ROW);
    List<Integer> columns = roles.positions(COLUMN);
    BitSet idle = idle();
    long values =
        IntStream.range(0, width)
            .filter(i -> !idle.get(i) && !rows.contains(i) && !columns.contains(i))
            .count();
    boolean valued = roles.positions(VALUE).size() == 1 || roles.positions(WEIGHT).size() == 1;
    boolean one = rows.size() == 1 && columns.size() == 1;
    if (one && facts.get(rows.get(0)).ids() && facts.get(columns.get(0)).ids()) {
      if (!valued && areNumbered(rows.get(0), columns.get(0))) {
        throw undecided(
            "%s and %s may be ids of nodes, or two values; %s"
                .formatted(name(rows.get(0)), name(columns.get(0)), BY_OPTION));
      }
      if (valued || values <= 1) {
        return true;
      }
      throw undecided(
          "%s has ids of rows and %s of columns, but several columns may have values; say --value-column, or --format dense"
              .formatted(name(rows.get(0)), name(columns.get(0))));
    }
    if (allNumbers(from(1)) && !facts.get(0).recurs() && !valued) {
      return false;
    }
    throw undecided(
        "several columns may have ids of rows or of columns; name them by --row-column and --column-column, or say --format dense");
  }

  /** Whether two columns of integers are named as two of many values may be: gene1, gene2. */
  private boolean areNumbered(int row, int column) {
    return Stream.of(row, column)
        .allMatch(i -> facts.get(i).integers() && NUMBERED.matcher(shape.names().get(i)).find());
  }

  private boolean isPairs() {
    ColumnFacts left = facts.get(0);
    ColumnFacts right = facts.get(1);
    if (left.decimals() || (right.decimals() && left.numbers())) {
      return false;
    }
    if (right.decimals() || (shape.named() && left.numbers() && right.numbers())) {
      throw undecided("two columns may be pairs of ids, or dense; " + BY_OPTION);
    }
    return true;
  }

  private boolean isThree() {
    ColumnFacts left = facts.get(0);
    ColumnFacts middle = facts.get(1);
    ColumnFacts right = facts.get(2);
    boolean leadingZeros = !middle.integers() && !middle.decimals();
    if (!middle.numbers() || leadingZeros) {
      return true;
    }
    if (left.decimals() || middle.decimals()) {
      return false;
    }
    boolean valued =
        shape.named()
            && (roles.positions(VALUE).contains(2) || roles.positions(WEIGHT).contains(2));
    boolean recurs = left.recurs() && (!left.numbers() || right.decimals() || left.sorted());
    boolean sorted = middle.recurs() && middle.sorted();
    if (valued || right.times() || recurs || sorted || areLikeIds(left, middle, right)) {
      return true;
    }
    if (head.rows().isEmpty() && !left.numbers()) {
      return true;
    }
    boolean idAndTwo =
        shape.named()
            && !left.numbers()
            && !left.recurs()
            && from(1).allMatch(i -> roles.roles().get(i).isEmpty());
    if (idAndTwo) {
      return false;
    }
    throw undecided(
        "three columns of which none is known by its name may be triples, or dense; " + BY_OPTION);
  }

  /** Whether the first two have more different integers than the third, and never the same two. */
  private boolean areLikeIds(ColumnFacts left, ColumnFacts middle, ColumnFacts right) {
    List<List<String>> lines = head.data(shape.header());
    Set<List<String>> pairs = new HashSet<>();
    lines.forEach(line -> pairs.add(line.subList(0, Math.min(2, line.size()))));
    return lines.size() >= ENOUGH
        && pairs.size() == lines.size()
        && Math.min(left.distinct(), middle.distinct()) > right.distinct()
        && (left.recurs() || middle.recurs());
  }

  private boolean isMany() {
    boolean times = IntStream.range(1, width).anyMatch(i -> facts.get(i).times());
    boolean ids = facts.get(0).ids() && facts.get(1).ids();
    if (!shape.named() && width == 4 && facts.get(3).times() && ids) {
      return true;
    }
    if (times || (shape.named() && !roles.positions(TIME).isEmpty())) {
      throw undecided(
          "a column has times, which are no values of dense rows; leave it out by --drop-columns, or name the ids of triples by --row-column and --column-column");
    }
    boolean idsRecur =
        shape.named()
            && (roles.positions(ROW).contains(0) || roles.positions(COLUMN).contains(0))
            && facts.get(0).integers()
            && facts.get(0).recurs();
    if (idsRecur) {
      throw undecided(
          "%s has ids that recur; name the ids of triples by --row-column and --column-column, or say --format dense"
              .formatted(name(0)));
    }
    if (!allNumbers(from(1))) {
      int word = firstWord();
      throw undecided(
          "column %s has %s; dense rows have numbers, and at most the first column has ids: leave it out by --drop-columns, or name the ids of triples by --row-column and --column-column%s"
              .formatted(
                  name(word),
                  word(word),
                  head.separatedByBlanks()
                      ? ", or say --format text if a file is a document"
                      : ""));
    }
    return false;
  }

  private int firstWord() {
    return from(1).filter(i -> !isFree(i)).findFirst().orElseThrow();
  }

  private Stream<String> fields(int column) {
    return head.data(shape.header()).stream()
        .filter(line -> column < line.size())
        .map(line -> line.get(column));
  }

  private String word(int column) {
    return fields(column)
        .filter(field -> !head.isNumber(field) && !field.isEmpty())
        .findFirst()
        .map(LineText::excerpt)
        .orElse("no numbers");
  }

  private IntStream from(int first) {
    return IntStream.range(first, width);
  }

  private boolean allNumbers(IntStream columns) {
    return columns.allMatch(this::isFree);
  }

  /** Whether nothing keeps a column from being values; one without any says nothing. */
  private boolean isFree(int column) {
    ColumnFacts of = facts.get(column);
    return of.numbers() || of.distinct() == 0;
  }

  private String name(int column) {
    return LineText.excerpt(shape.names().get(column));
  }

  private RuntimeException undecided(String reason) {
    return head.bad("cannot tell what this is: " + reason);
  }
}
