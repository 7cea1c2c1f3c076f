package org.sparknmf.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.testing.SampleMatrix;
import org.sparknmf.testing.TestSpark;

/** The examples, each as its documentation says, on data whose answer is known. */
class ExamplesIT {
  /** The standard deviation of the noise in ratings. */
  private static final double NOISE = 0.5;

  @TempDir private static Path directory;

  private static List<String> printed(Application application, Object... args) throws IOException {
    TestSpark.session();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      application.run(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    } finally {
      System.setOut(console);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Path written(String name, List<String> lines) throws IOException {
    return Files.write(directory.resolve(name), lines);
  }

  @Test
  void topicsOfText() throws IOException {
    List<String> documents =
        List.of(
            "the ark floated on the flood and the dove flew over the flood",
            "rain fell and the flood rose under the ark",
            "the dove found no rest while rain and flood were on the earth",
            "the king sat on his throne with crown and sword",
            "a crown for the king and a sword for the throne",
            "the sword of the king lay beside the crown");
    List<String> lines =
        printed(
            TopicsOfText::main,
            written("documents.txt", documents),
            directory.resolve("pipeline"),
            2);
    assertThat(lines.get(0)).startsWith("topic: ");
    List<String> topicOf = lines.subList(2, 8).stream().map(line -> line.substring(0, 1)).toList();
    assertThat(topicOf.subList(0, 3)).as("floods").containsOnly(topicOf.get(0));
    assertThat(topicOf.subList(3, 6)).as("kings").containsOnly(topicOf.get(3));
    assertThat(topicOf.get(0)).isNotEqualTo(topicOf.get(3));
    assertThat(lines.get(Integer.parseInt(topicOf.get(3)))).contains("king", "crown", "sword");
  }

  /** Ratings of rank 2 without noise: what is held out can be told from the rest. */
  @Test
  void heldOutRatings() throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    double[] users = random.doubles(120, 0.5, 1.5).toArray();
    double[] items = random.doubles(80, 0.5, 1.5).toArray();
    List<String> lines = new ArrayList<>(List.of("user,item,rating"));
    for (int u = 0; u < 60; u++) {
      for (int i = 0; i < 40; i++) {
        if (random.nextDouble() < 0.6) {
          double rating = users[2 * u] * items[2 * i] + users[2 * u + 1] * items[2 * i + 1];
          double noisy = Math.max(0, rating + NOISE * random.nextGaussian());
          lines.add("u%d,i%d,%s".formatted(u, i, noisy));
        }
      }
    }
    List<String> out = printed(HeldOutRatings::main, written("ratings.csv", lines), 2, 1000);
    assertThat(out.get(0)).startsWith("RMSE ");
    // Nobody can predict the noise; the factors are off by a fifth of it at most, and some 290
    // cells
    // tell its size to a tenth.
    assertThat(Double.parseDouble(out.get(0).substring(5)))
        .isLessThan(Math.hypot(1, 0.2) * NOISE * 1.1);
    assertThat(out.get(2)).contains("id", "recommendations");
  }

  @Test
  void partsOfImages() throws IOException {
    double[][] images = new double[200][64];
    for (SampleMatrix.Entry cell : SampleMatrix.of("digits").cells()) {
      if (cell.row() < images.length) {
        images[cell.row()][cell.column()] = cell.value();
      }
    }
    List<String> lines =
        Arrays.stream(images)
            .map(
                pixels ->
                    Arrays.stream(pixels)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(",")))
            .toList();
    List<String> out = printed(PartsOfImages::main, written("images.csv", lines), 6);
    assertThat(out).hasSize(6 * 9);
    for (int part = 0; part < 6; part++) {
      List<String> picture = out.subList(9 * part, 9 * part + 8);
      assertThat(picture).allMatch(line -> line.length() == 8);
      assertThat(String.join("", picture)).contains("@", " ");
    }
  }

  /** Three sources, each with a measurement of its own and a sample of its own: separable. */
  @Test
  void deconvolution() throws IOException {
    double[][] sources = {{9, 0, 0, 3, 1, 4}, {0, 8, 0, 1, 5, 4}, {0, 0, 7, 2, 2, 4}};
    double[][] shares = new double[30][];
    SplittableRandom random = new SplittableRandom(8);
    List<String> lines = new ArrayList<>(List.of("sample,a,b,c,d,e,f"));
    for (int i = 0; i < shares.length; i++) {
      shares[i] = random.doubles(3).toArray();
      if (i < 3) {
        shares[i] = new double[3];
        shares[i][i] = 1;
      }
      StringBuilder line = new StringBuilder("s%02d".formatted(i));
      for (int j = 0; j < 6; j++) {
        double sum = 0;
        for (int t = 0; t < 3; t++) {
          sum += shares[i][t] * sources[t][j];
        }
        line.append(",").append(sum);
      }
      lines.add(line.toString());
    }
    List<String> out = printed(Deconvolution::main, written("mixtures.csv", lines), 3);
    assertThat(out).hasSize(30);
    for (int i = 0; i < 3; i++) {
      double[] found =
          Arrays.stream(out.get(i).replaceAll(".*\\[|\\]", "").split(", ", -1))
              .mapToDouble(Double::parseDouble)
              .sorted()
              .toArray();
      assertThat(found[2]).as("sample %d is of one source", i).isCloseTo(1, within(0.02));
    }
  }

  /** The entry point of an example. */
  @FunctionalInterface
  private interface Application {
    void run(String[] args) throws IOException;
  }
}
