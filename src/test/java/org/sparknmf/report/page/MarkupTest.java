package org.sparknmf.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {

  private static String drawn(Object id) {
    return new Markup().open("p", "title", id).id(id).close().document();
  }

  @Test
  void whateverGoesInComesOutAsText() {
    assertThat(drawn("<script>alert(\"1\")</script>'&amp;"))
        .isEqualTo(
            "<!DOCTYPE html>\n<p title=\"&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;amp;\">"
                + "<bdi>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;amp;</bdi></p>\n");
  }

  @Test
  void nothingHides() {
    assertThat(drawn("a\u0000\u202E\u2028\n\u001b[2J"))
        .contains("a\\u0000\\u202e\\u2028\\u000a\\u001b[2J");
    assertThat(drawn(" ")).contains("&quot; &quot;");
    assertThat(Visible.shortened("🐦".repeat(70))).isEqualTo("🐦".repeat(59) + "…");
  }

  @Test
  void namesAreNames() {
    assertThatThrownBy(() -> new Markup().open("p onclick=x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Markup().open("p", "on click", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Markup().open("p").document())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void numbersAreForPeople() {
    assertThat(Numbers.digits(0.000123456)).isEqualTo("0.0001235");
    assertThat(Numbers.digits(1234567.8)).isEqualTo("1,234,568");
    assertThat(Numbers.digits(1.5e-7)).isEqualTo("1.5e-7");
    assertThat(Numbers.digits(2e20)).isEqualTo("2e20");
    assertThat(Numbers.digits(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.percent(0.2231)).isEqualTo("22.3 %");
    assertThat(Numbers.percent(0.00067)).isEqualTo("0.067 %");
    assertThat(Numbers.tick(1.5e6)).isEqualTo("1.5M");
    assertThat(Numbers.tick(2000)).isEqualTo("2,000");
    assertThat(Numbers.seconds(3725)).isEqualTo("1 h 2 min");
    assertThat(Numbers.bytes(1_234_567)).isEqualTo("1.23 MB");
  }
}
