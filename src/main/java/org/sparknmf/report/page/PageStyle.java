package org.sparknmf.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet that comes with the jar. */
record PageStyle(String css) {
  private static final String RESOURCE = "/org/sparknmf/report/page.css";

  static PageStyle load() {
    try (InputStream in = PageStyle.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + RESOURCE);
      }
      return new PageStyle(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
