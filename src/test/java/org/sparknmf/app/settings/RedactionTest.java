package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparknmf.fit.setting.Catalogue;

/** Every secret here has hunter2 in it. */
class RedactionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "s3a://AKIA1:hunter2@bucket/x        | s3a://(redacted)@bucket/x",
        "s3a://AKIA1:hun/ter+hunter2@bucket/x| s3a://(redacted)@bucket/x",
        "s3a://A:p@ss@hunter2@bucket/x       | s3a://(redacted)@bucket/x",
        "hdfs://hunter2@host:8020/x          | hdfs://(redacted)@host:8020/x",
        "a https://me:hunter2@h, b ftp://u:hunter2@h| a https://(redacted)@h, b ftp://(redacted)@h",
        "jdbc:oracle:thin:scott/hunter2@//db:1521/x| jdbc:oracle:thin:(redacted)@//db:1521/x",
        "jdbc:postgresql://db/x?user=me&password=hunter2&ssl=true"
            + "| jdbc:postgresql://db/x?user=me&password=(redacted)&ssl=true",
        "spark.hadoop.fs.s3a.secret.key=hunter2 x| spark.hadoop.fs.s3a.secret.key=(redacted) x",
        "fs.azure.account.key.me.net: hunter2| fs.azure.account.key.me.net: (redacted)",
        "options (user 'me', password 'hunter2 x')| options (user 'me', password (redacted))",
        "{\"apiKey\" : \"hunter2\", \"n\":1} | {\"apiKey\" : (redacted), \"n\":1}",
        "PGPASSWORD=hunter2; retry           | PGPASSWORD=(redacted); retry",
        "got 'Token=hunter2'                 | got 'Token=(redacted)'",
      })
  void takesSecretsOutOfTexts(String text, String expected) {
    assertThat(Redaction.text(text)).isEqualTo(expected);
    assertThat(Redaction.text(expected)).as("again").isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://host:8020/users/me@home/x.csv",
        "s3a://bucket/a:b@c",
        "file:///tmp/x@y",
        "/data/tokens/secret santa.csv",
        "x.csv:3: value -1.0 is negative; remove it",
        "select token as row, word as column from secrets where n = 3",
        "k8s://https://host:6443",
        "spark://host:7077"
      })
  void leavesOtherTextsAsTheyAre(String text) {
    assertThat(Redaction.text(text)).isEqualTo(text);
  }

  @Test
  void knowsKeysOfSecrets() {
    assertThat(Redaction.value(SourceSettings.TABLE, "password=hunter2"))
        .isEqualTo("password=(redacted)");
    assertThat(Redaction.value(Catalogue.RANK, 3)).isEqualTo(3);
    assertThat(
            Redaction.value(
                SourceSettings.FORMAT_OPTION,
                Map.of("header", "true", "fs.s3a.access.key", "a, b", "url", "x://u:p@h/")))
        .isEqualTo(
            Map.of(
                "header", "true", "fs.s3a.access.key", "(redacted)", "url", "x://(redacted)@h/"));
  }

  /** What Spark redacts without us, it redacts with us. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a.secret.b", "my.PASSWORD", "token", "accesskey", "access.key", "x://u:p@h"})
  void goesBeyondWhatSparkTakesOut(String property) {
    assertThat(Pattern.compile(Redaction.OF_PROPERTIES).matcher(property).find()).isTrue();
  }

  @Test
  void plansAreShownWithoutSecrets() {
    String plan = "Location: [s3a://A:hunter2@b/x], Filters: [password=hunter2, n > 3], file:/a";
    assertThat(plan.replaceAll(Redaction.OF_PLANS, "*"))
        .isEqualTo("Location: [s3a*b/x], Filters: [*, n > 3], file:/a");
  }
}
