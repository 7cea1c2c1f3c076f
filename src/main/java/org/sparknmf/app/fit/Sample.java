package org.sparknmf.app.fit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;

/** The text sample of the jar, unpacked into a temporary directory until closed. */
record Sample(Path directory) implements AutoCloseable {
  private static final String ROOT = "/org/sparknmf/samples/bible-kjv/";
  private static final String MATRIX = "matrix.mtx.gz";

  static Sample bible() throws IOException {
    Sample sample = new Sample(Files.createTempDirectory("spark-nmf-sample"));
    for (String file : List.of(MATRIX, "rows.txt", "cols.txt")) {
      try (InputStream in = Sample.class.getResourceAsStream(ROOT + file)) {
        if (in == null) {
          throw new FileNotFoundException("the jar lacks " + ROOT + file);
        }
        Files.copy(in, sample.directory.resolve(file));
      }
    }
    return sample;
  }

  /** URI of the matrix; its labels lie beside it. */
  String matrix() {
    return directory.resolve(MATRIX).toUri().toString();
  }

  @Override
  public void close() throws IOException {
    FileUtils.deleteDirectory(directory.toFile());
  }
}
