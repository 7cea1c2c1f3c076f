package org.sparknmf.testing;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Options with a secret in them, made at random: in URIs, in options of sources, in JDBC's URLs, in
 * queries, in labels.
 */
public final class PlantedSecrets {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String ALL_SIGNS = " '\"/@:%?#+=\\(){}&;,";
  private static final List<String> SCHEMES =
      List.of("s3a", "s3", "hdfs", "https", "abfss", "ftp", "gs", "keyed");
  private static final List<String> NAMES =
      List.of("pass", "secret", "token", "key", "credential", "sas", "sig", "auth", "password");
  private static final List<String> AROUND =
      List.of("", "db.", "my_", "fs.s3a.", "x", "spark.hadoop.", "user-");

  private final Random random;

  public PlantedSecrets(long seed) {
    this.random = new Random(seed);
  }

  /**
   * A setting with a secret in its value.
   *
   * @param key the setting
   * @param value its value
   * @param pieces runs of letters and digits of the secret: a text that has none of them hides it
   *     in whatever way it is escaped
   */
  public record Planted(String key, String value, List<String> pieces) {
    /** Whether a text shows any of it. */
    public boolean isSeenIn(String text) {
      return pieces.stream().anyMatch(text::contains);
    }
  }

  /** The next one. */
  public Planted next() {
    List<String> pieces =
        Stream.generate(this::piece).limit(1 + random.nextInt(3)).collect(Collectors.toList());
    return switch (random.nextInt(12)) {
      case 0, 1 -> planted(one(List.of("input", "output", "init-from")), uri(pieces), pieces);
      case 2 -> planted("format-option", "header=true,url=" + uri(pieces, "/@: '\""), pieces);
      case 3, 4 ->
          planted("format-option", "a=b," + name() + "=" + join(pieces, " '\"/@:%;&"), pieces);
      case 5 -> planted("format-option", "url=" + jdbc(pieces) + ",dbtable=t", pieces);
      case 6 -> planted("input", jdbc(pieces), pieces);
      case 7, 8 -> planted("sql", "select * from t options (n 1, " + option(pieces) + ")", pieces);
      case 9 -> planted("sql", comparison(pieces), pieces);
      case 10 -> planted("sql", "select * from csv.`" + uri(pieces, " '\"/@:") + "`", pieces);
      default -> planted("label", "team=a,api_" + "key=" + join(pieces, " '\"/@:"), pieces);
    };
  }

  private static Planted planted(String key, String value, List<String> pieces) {
    return new Planted(key, value, pieces);
  }

  /** Never digits alone, which may be a port. */
  private String piece() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      text.append(
          i % 3 == 2
              ? (char) ('0' + random.nextInt(10))
              : LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private String join(List<String> pieces, String signs) {
    StringBuilder text = new StringBuilder(pieces.get(0));
    for (String piece : pieces.subList(1, pieces.size())) {
      text.append(signs.charAt(random.nextInt(signs.length()))).append(piece);
    }
    return text.toString();
  }

  private String uri(List<String> pieces) {
    return uri(pieces, ALL_SIGNS);
  }

  private String uri(List<String> pieces, String signs) {
    return "%s://AKIA1:%s@bucket/x/y.csv".formatted(one(SCHEMES), join(pieces, signs));
  }

  private String name() {
    String name = one(NAMES);
    return one(AROUND)
        + (random.nextBoolean()
            ? name
            : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
        + one(List.of("", ".x", "Value", "_1"));
  }

  private String jdbc(List<String> pieces) {
    String plain = join(pieces, " /@:%#'");
    return switch (random.nextInt(8)) {
      case 0 -> "jdbc:postgresql://db/x?user=me&password=" + plain + "&ssl=true";
      case 1 -> "jdbc:postgresql://me:" + join(pieces, " /@:%#'\"?;") + "@db:5432/x";
      case 2 ->
          "jdbc:sqlserver://db:1433;user=me;password={%s};encrypt=true"
              .formatted(join(pieces, " /@:;&,='\"").replace("}", "}}"));
      case 3 -> "jdbc:sqlserver://db;password='" + join(pieces, " /@;&,\"") + "';user=me";
      case 4 -> "jdbc:oracle:thin:scott/" + join(pieces, "/\"#:") + "@//db:1521/x";
      case 5 -> "jdbc:oracle:thin:\"scott\"/\"" + join(pieces, " /@:") + "\"@db:1521:x";
      case 6 -> "jdbc:snowflake://db/?user=me&private_key_file_pwd=" + plain;
      default -> "jdbc:mysql://address=(host=db)(user=me)(password=" + plain + ")/x";
    };
  }

  private String option(List<String> pieces) {
    String quote = one(List.of("'", "\""));
    UnaryOperator<String> literal =
        text -> quote + text.replace("\\", "\\\\").replace(quote, quote + quote) + quote;
    String secret = literal.apply(join(pieces, ALL_SIGNS));
    String name = name();
    return switch (random.nextInt(5)) {
      case 0 -> name + " " + secret;
      case 1 -> literal.apply(name) + " = " + secret;
      case 2 -> name + "=>" + secret;
      case 3 -> "`" + name + "` " + secret;
      default -> "url " + literal.apply(jdbc(pieces));
    };
  }

  private String comparison(List<String> pieces) {
    return "select * from t where user = 'me' and password = '%s' and n > 3"
        .formatted(join(pieces, ALL_SIGNS).replace("\\", "\\\\").replace("'", "''"));
  }

  private String one(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
