package org.sparknmf.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sparknmf.text.Json;

/** Files that former versions wrote, one for each kind of run: what is read is written again. */
class ManifestTest {
  private static final String HEAD =
      "{\"schemaVersion\":1,\"runId\":\"one\",\"status\":\"done\",\"exitCode\":0,"
          + "\"command\":\"any\",\"started\":\"2026-01-01T00:00:00Z\",\"ended\":\"2026-01-01T00:01:00Z\",";
  private static final String X =
      "\"input\":{\"path\":\"x.csv\",\"format\":\"CSV\",\"rows\":23,\"columns\":11,\"nonZeros\":152,"
          + "\"entries\":152,\"fingerprint\":\"00\",\"weighting\":\"none\",\"emptyCells\":\"zero\","
          + "\"rejectedRows\":0},\"identity\":{\"rows\":\"23\"},";
  private static final String SETTINGS = "\"settings\":{\"rank\":3,\"label\":{\"team\":\"a\"}},";
  private static final String TAIL =
      "\"seconds\":{\"read\":1.5},\"versions\":{\"java\":\"17\"},\"warnings\":[\"w\"]";
  private static final String FIT =
      HEAD
          + X
          + SETTINGS
          + "\"plan\":{\"engine\":\"driver\",\"reason\":\"small\",\"orientation\":\"rows\","
          + "\"kernels\":\"scalar\",\"partitions\":1,\"segments\":1,\"blockRows\":8},"
          + "\"result\":{\"iterations\":7,\"converged\":true,\"stopReason\":\"converged\","
          + "\"relativeError\":0.5,\"objective\":2.5,\"penalties\":0.0,\"kktResidual\":\"NaN\","
          + "\"deadComponents\":0,\"attempts\":[2.5],\"consensus\":{\"fits\":4,\"components\":12,"
          + "\"leftOut\":0,\"found\":true}},"
          + "\"factors\":{\"W\":{\"rows\":23,\"rank\":3,\"sha256\":\"aa\"},"
          + "\"H\":{\"rows\":11,\"rank\":3,\"sha256\":\"bb\"}},"
          + TAIL
          + "}";
  private static final String MODEL = HEAD + SETTINGS + TAIL + ",\"outcome\":{\"rows\":5}}";
  private static final String SELECTION =
      HEAD + X + SETTINGS + TAIL + ",\"outcome\":{\"reason\":\"r\"},\"recommendedRank\":4}";

  @Test
  void everyKindIsWrittenAsItWasRead() {
    for (String file : new String[] {FIT, MODEL, SELECTION}) {
      assertThat(Json.line(Json.read(file, Manifest.class))).isEqualTo(file);
    }
    assertThat(Json.document(Json.read(MODEL, Manifest.class)))
        .startsWith("{\n  \"schemaVersion\" : 1,\n  \"runId\" : \"one\",\n");
  }

  @Test
  void kindsAreToldByWhatTheyHave() {
    Manifest fit = Json.read(FIT, Manifest.class);
    assertThat(fit.fit().orElseThrow().factors().w().rank()).isEqualTo(3);
    assertThat(fit.fit().orElseThrow().result().kktResidual()).isNaN();
    assertThat(fit.work().outcome()).isEmpty();
    Manifest model = Json.read(MODEL, Manifest.class);
    assertThat(model.fit()).isEmpty();
    assertThat(model.work().matrix()).isEmpty();
    assertThat(model.work().outcome()).containsEntry("rows", 5);
    Manifest selection = Json.read(SELECTION, Manifest.class);
    assertThat(selection.fit()).isEmpty();
    assertThat(selection.work().matrix().orElseThrow().columns()).isEqualTo(11);
    assertThat(selection.work().outcome()).containsEntry("reason", "r");
  }

  @Test
  void damagedFilesAreNoFits() {
    String lacking = FIT.replace("\"factors\"", "\"other\"");
    assertThat(Json.read(lacking, Manifest.class).fit()).isEmpty();
    assertThatThrownBy(() -> Json.read(FIT.replace(":23,", ":\"x\","), Manifest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no Manifest in JSON: Cannot deserialize value of type `long`");
  }
}
