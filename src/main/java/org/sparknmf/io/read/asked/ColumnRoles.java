package org.sparknmf.io.read.asked;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Guesses from the names of columns what they hold. A name is cut into its words, of {@code
 * camelCase}, {@code snake_case} or {@code kebab-case}; words that say nothing, such as {@code id},
 * are left out, and the last one that is left decides, so that {@code user_rating} is a rating.
 *
 * @param roles one for each column; empty where the name says nothing
 */
public record ColumnRoles(List<Optional<ColumnRole>> roles) {
  private static final Map<String, ColumnRole> WORDS =
      vocabulary(
          Map.of(
              ColumnRole.ROW,
              """
              row user usr uid customer client member account visitor person buyer reviewer rater
              session household subscriber student learner patient respondent borrower reader
              listener viewer consumer subject doc document docno abstract tweet email message file
              sample cell barcode src source from follower sender caller citing origin start head
              playlist basket order invoice transaction cart author
              """,
              ColumnRole.COLUMN,
              """
              col column item iid movie film product prod sku asin stock isbn book artist band track
              song album game app show anime video episode joke beer wine recipe restaurant business
              place venue poi location hotel merchandise article news url page repo repository
              problem skill course tag word term token keyword lemma feature gene symbol ensembl
              transcript protein peak marker species otu taxon variable attribute dst dest
              destination target tgt to object followee followed receiver recipient callee cited end
              tail neighbor neighbour merchant
              """,
              ColumnRole.VALUE,
              """
              value val rating score star count cnt play playcount freq frequency tf tfidf amount
              quantity qty hit view click listen purchase occurrence n overall expression tpm umi
              abundance intensity relevance preference pref vote total grade mark hour strength
              similarity entry scrobble
              """,
              ColumnRole.WEIGHT,
              "weight wt wgt confidence",
              ColumnRole.TIME,
              "timestamp ts time date datetime unixtime epoch at",
              ColumnRole.INDEX,
              "index idx rownum rownumber rownr recno unnamed"));

  /** Words that name a thing together with another one. */
  private static final Set<String> NOISE =
      Set.of(
          "id", "ids", "key", "name", "code", "no", "nr", "num", "number", "uuid", "guid", "hash",
          "node", "vertex", "index", "idx", "ind", "label", "ms", "utc");

  /** Words that count only by themselves: {@code valid_to} is no column of targets. */
  private static final Set<String> ALONE =
      Set.of("from", "to", "start", "end", "head", "tail", "n", "unnamed", "total", "stock");

  /** First words of the names of quantities. */
  private static final Set<String> QUANTITIES =
      Set.of("n", "num", "number", "total", "avg", "average", "mean", "sum", "max", "min");

  private static final List<List<String>> LETTERS =
      List.of(List.of("i", "j"), List.of("u", "i"), List.of("u", "v"), List.of("r", "c"));

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  private static final Pattern NUMBER = Pattern.compile("\\d+|[a-d]");

  private static final Pattern JOINED = Pattern.compile("(\\p{L}{2,})(id|name|key|idx|number|no)");

  /** Copies the list. */
  public ColumnRoles {
    roles = List.copyOf(roles);
  }

  /** What these columns hold, by their names; the names beside it count as well. */
  public static ColumnRoles of(List<String> names) {
    List<Optional<ColumnRole>> roles = new ArrayList<>();
    names.forEach(name -> roles.add(Optional.ofNullable(byName(name))));
    List<String> lower = names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    pairOfLetters(lower, roles);
    numberedPair(names, roles);
    preferIds(names, roles);
    bareId(lower, roles);
    secondOfOneSide(roles);
    return new ColumnRoles(roles);
  }

  /** The columns with a role, as positions from 0. */
  public List<Integer> positions(ColumnRole role) {
    return positions(roles, role);
  }

  private static List<Integer> positions(List<Optional<ColumnRole>> roles, ColumnRole role) {
    return IntStream.range(0, roles.size())
        .filter(i -> roles.get(i).equals(Optional.of(role)))
        .boxed()
        .toList();
  }

  private static Map<String, ColumnRole> vocabulary(Map<ColumnRole, String> words) {
    return words.entrySet().stream()
        .flatMap(
            role ->
                Stream.of(role.getValue().strip().split("\\s+"))
                    .map(word -> Map.entry(word, role.getKey())))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<String> words(String name) {
    return Arrays.stream(BETWEEN_WORDS.split(name.strip()))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static ColumnRole byName(String name) {
    List<String> words = words(name);
    if (words.isEmpty() || words.get(0).equals("unnamed")) {
      return ColumnRole.INDEX;
    }
    if (words.size() > 2 && words.subList(0, 2).equals(List.of("index", "level"))) {
      // As pandas writes its index to Parquet.
      return ColumnRole.INDEX;
    }
    if (words.size() == 2
        && words.get(0).equals("row")
        && Set.of("number", "nr", "num").contains(words.get(1))) {
      return ColumnRole.INDEX;
    }
    List<String> telling = words.stream().filter(word -> !NOISE.contains(word)).toList();
    if (telling.isEmpty()) {
      return words.size() == 1 ? WORDS.get(words.get(0)) : null;
    }
    ColumnRole role = byWord(telling.get(telling.size() - 1), telling.size() == 1);
    boolean quantity = words.size() > 1 && QUANTITIES.contains(words.get(0));
    return quantity && role != null ? ColumnRole.VALUE : role;
  }

  private static ColumnRole byWord(String word, boolean alone) {
    String known = known(word);
    return known == null || (ALONE.contains(known) && !alone) ? null : WORDS.get(known);
  }

  /** The word as the vocabulary has it: singular, without {@code id} at its end; else null. */
  private static String known(String word) {
    if (WORDS.containsKey(word)) {
      return word;
    }
    if (word.endsWith("s") && WORDS.containsKey(word.substring(0, word.length() - 1))) {
      return word.substring(0, word.length() - 1);
    }
    var joined = JOINED.matcher(word);
    return joined.matches() && WORDS.containsKey(joined.group(1)) ? joined.group(1) : null;
  }

  /** {@code i, j} or {@code u, v}, and a value {@code x} beside them. */
  private static void pairOfLetters(List<String> names, List<Optional<ColumnRole>> roles) {
    for (List<String> pair : LETTERS) {
      int row = names.indexOf(pair.get(0));
      int column = names.indexOf(pair.get(1));
      if (row >= 0 && column >= 0 && names.size() <= 4) {
        roles.set(row, Optional.of(ColumnRole.ROW));
        roles.set(column, Optional.of(ColumnRole.COLUMN));
        for (int i = 0; i < names.size(); i++) {
          if (i != row && i != column && Set.of("v", "x", "r", "n").contains(names.get(i))) {
            roles.set(i, Optional.of(ColumnRole.VALUE));
          } else if (i != row && i != column && names.get(i).equals("w")) {
            roles.set(i, Optional.of(ColumnRole.WEIGHT));
          }
        }
        return;
      }
    }
  }

  /**
   * {@code protein1, protein2} or {@code node_a, node_b} at the beginning, where there is no third
   * one; further on they are two of many values.
   */
  private static void numberedPair(List<String> names, List<Optional<ColumnRole>> roles) {
    List<String> stems = names.stream().map(ColumnRoles::stem).toList();
    int most = !names.isEmpty() && byName(names.get(0)) == ColumnRole.INDEX ? 2 : 1;
    for (int i = 0; i < Math.min(most, stems.size() - 1); i++) {
      String stem = stems.get(i);
      if (!stem.isEmpty()
          && stem.equals(stems.get(i + 1))
          && Collections.frequency(stems, stem) == 2) {
        roles.set(i, Optional.of(ColumnRole.ROW));
        roles.set(i + 1, Optional.of(ColumnRole.COLUMN));
        return;
      }
    }
  }

  /** The thing that a numbered name is one of; empty if it is not numbered, or no thing. */
  private static String stem(String name) {
    List<String> words = words(name);
    if (words.size() < 2 || !NUMBER.matcher(words.get(words.size() - 1)).matches()) {
      return "";
    }
    String stem = words.get(words.size() - 2);
    String known = known(stem);
    ColumnRole role = known == null ? null : WORDS.get(known);
    boolean thing = role == ColumnRole.ROW || role == ColumnRole.COLUMN;
    return thing || Set.of("id", "node", "vertex", "name").contains(stem) ? stem : "";
  }

  /** Of {@code artist_id} and {@code artist_name} the id is it. */
  private static void preferIds(List<String> names, List<Optional<ColumnRole>> roles) {
    // In one walk over the names: tables may have a hundred thousand.
    List<String> things = names.stream().map(ColumnRoles::thing).toList();
    Set<String> withId = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!things.get(i).isEmpty() && isId(names.get(i))) {
        withId.add(things.get(i));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      if (withId.contains(things.get(i)) && !isId(names.get(i))) {
        roles.set(i, Optional.empty());
      }
    }
  }

  private static String thing(String name) {
    List<String> telling = words(name).stream().filter(word -> !NOISE.contains(word)).toList();
    String last = telling.isEmpty() ? "" : telling.get(telling.size() - 1);
    String known = known(last);
    return known == null ? "" : known;
  }

  /** Whether the last word of a name is {@code id}. */
  public static boolean isCalledId(String name) {
    List<String> words = words(name);
    return !words.isEmpty() && words.get(words.size() - 1).equals("id");
  }

  private static boolean isId(String name) {
    List<String> words = words(name);
    return !words.isEmpty() && words.get(words.size() - 1).endsWith("id");
  }

  /** {@code id} is the row beside a column, and a running number beside row and column. */
  private static void bareId(List<String> names, List<Optional<ColumnRole>> roles) {
    int id = names.indexOf("id");
    if (id >= 0 && !positions(roles, ColumnRole.COLUMN).isEmpty()) {
      boolean row = positions(roles, ColumnRole.ROW).isEmpty();
      if (!row) {
        roles.set(id, Optional.of(ColumnRole.INDEX));
      } else if (positions(roles, ColumnRole.COLUMN).size() == 1) {
        roles.set(id, Optional.of(ColumnRole.ROW));
      }
    }
  }

  /** Of {@code movie, tag} the first is the row: two of one side and none of the other. */
  private static void secondOfOneSide(List<Optional<ColumnRole>> roles) {
    List<Integer> rows = positions(roles, ColumnRole.ROW);
    List<Integer> columns = positions(roles, ColumnRole.COLUMN);
    if (rows.size() == 2 && columns.isEmpty()) {
      roles.set(rows.get(1), Optional.of(ColumnRole.COLUMN));
    } else if (columns.size() == 2 && rows.isEmpty()) {
      roles.set(columns.get(0), Optional.of(ColumnRole.ROW));
    }
  }
}
