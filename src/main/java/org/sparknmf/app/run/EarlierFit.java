package org.sparknmf.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.text.Json;

/** The result that lies where a run is to put its own. */
record EarlierFit(ResultDirectory directory) {
  /**
   * Whether it is complete, and what a run of this identity would come to.
   *
   * @param others settings with a say in it beside the identity
   */
  boolean isOf(Map<String, String> identity, ResolvedSettings settings, List<Setting<?>> others) {
    if (!directory.exists()) {
      return false;
    }
    try {
      JsonNode manifest = Json.parse(directory.files().requiredText(ResultWriter.MANIFEST));
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
