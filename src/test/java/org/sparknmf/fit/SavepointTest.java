package org.sparknmf.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.sparknmf.engine.factor.SavedIndex;
import org.sparknmf.engine.factor.SavedRows;
import org.sparknmf.engine.savepoint.SavepointFile;
import org.sparknmf.linalg.Precision;
import org.sparknmf.solver.loop.Iteration;
import org.sparknmf.solver.loop.LoopState;

class SavepointTest {
  private static final int MUTATIONS = 2000;

  @Test
  void givesBackWhatWasWrittenToTheLastBit() {
    for (Savepoint savepoint : List.of(savepoint(null), savepoint(stage(0)))) {
      assertThat(parse(SavepointFile.toBytes(savepoint))).contains(savepoint);
    }
  }

  @Test
  void noDamageGoesUnseen() {
    Savepoint savepoint = savepoint(stage(0));
    byte[] whole = SavepointFile.toBytes(savepoint);
    Random random = new Random(11);
    for (int m = 0; m < MUTATIONS; m++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
      int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
      Optional<Savepoint> parsed = parse(Arrays.copyOf(bytes, length));
      assertThat(parsed).as("mutation " + m).isEmpty();
    }
  }

  @Test
  void whatALaterVersionWroteIsNotTaken() {
    String json = new String(SavepointFile.toBytes(savepoint(null)), StandardCharsets.UTF_8);
    String later = json.lines().findFirst().orElseThrow().replace("n\":4,", "n\":5,");
    assertThat(later).contains("\"schemaVersion\":5,");
    assertThat(parse(signed(later))).isEmpty();
    assertThat(parse(signed("{\"schemaVersion\":4,\"surprise\":[]}"))).isEmpty();
    assertThat(parse(signed("[]"))).isEmpty();
  }

  private static Optional<Savepoint> parse(byte[] bytes) {
    return SavepointFile.parse(bytes, Savepoint.class, Savepoint.SCHEMA_VERSION);
  }

  private static byte[] signed(String json) {
    return (json + "\n" + DigestUtils.sha256Hex(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Savepoint savepoint(Stage best) {
    return new Savepoint(
        Savepoint.SCHEMA_VERSION,
        Map.of("rank", "3", "init-from", "a \"b\"\n\u2603"),
        List.of(1 / 3.0),
        best,
        best == null ? List.of() : List.of(best.columns()),
        stage(1));
  }

  private static Stage stage(int attempt) {
    List<Iteration> history =
        List.of(
            new Iteration(0, 1e300 / 7, 0, 1, Double.NaN, true, 0.1, 5),
            new Iteration(1, Double.MIN_VALUE, 1 / 3.0, 0.5, 1, false, 0.2, 6));
    LoopState state = new LoopState(history, Math.PI, 1e-300, 0.1, List.of(1));
    SavedIndex index =
        new SavedIndex(3, Precision.SINGLE, List.of(new SavedRows("a.rows", 7, 1L << 40, 9)));
    return new Stage(
        attempt,
        state,
        index,
        index,
        List.of(index),
        List.of(index, index),
        List.of(4.0, Double.POSITIVE_INFINITY));
  }
}
