package org.sparknmf.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.sparknmf.app.settings.OutputSettings;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.InputUnreadableException;

/** The result that lies where a run is to put its own. */
public final class EarlierFit {
  /** Beside the identity, what the length of a fit follows from, and what is derived from it. */
  public static final List<Setting<?>> OTHERS =
      List.of(Catalogue.MAX_ITERATIONS, Catalogue.TOLERANCE, OutputSettings.TOP);

  private final ResultDirectory directory;

  public EarlierFit(SparkSession spark, String output) {
    this.directory = new ResultDirectory(spark, output);
  }

  /**
   * Whether it is complete, and what a run of this identity would come to.
   *
   * @param others settings with a say in it beside the identity
   */
  public boolean isOf(
      Map<String, String> identity, ResolvedSettings settings, List<Setting<?>> others) {
    if (!directory.exists()) {
      return false;
    }
    try {
      JsonNode manifest = new ObjectMapper().readTree(directory.readText(ResultWriter.MANIFEST));
      return identity.equals(texts(manifest.path("identity"), identity))
          && hasSame(manifest.path("settings"), settings.asMap(others));
    } catch (InputUnreadableException | JsonProcessingException e) {
      return false;
    }
  }

  private static Map<String, String> texts(JsonNode node, Map<String, String> keys) {
    return keys.keySet().stream()
        .collect(Collectors.toMap(key -> key, key -> node.path(key).asText()));
  }

  private static boolean hasSame(JsonNode stored, Map<String, Object> wanted) {
    return wanted.entrySet().stream()
        .allMatch(
            entry -> stored.path(entry.getKey()).asText().equals(String.valueOf(entry.getValue())));
  }
}
