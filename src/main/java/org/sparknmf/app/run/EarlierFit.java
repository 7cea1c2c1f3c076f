package org.sparknmf.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparknmf.app.settings.ResolvedSettings;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.io.publish.ResultDirectory;
import org.sparknmf.io.read.files.InputUnreadableException;
import org.sparknmf.text.Json;

/** The result that lies where a run is to put its own. */
record EarlierFit(ResultDirectory directory) {
  private static final String COMPLETE = "complete";

  /** What a run would find there. */
  enum Standing {
    /** Nothing, or the result of other data or settings. */
    OTHER,
    /** What a limit of time left of a run like this one. */
    CUT_SHORT,
    /** All that a run like this one would come to. */
    WHOLE
  }

  /**
   * How it stands to a run of this identity.
   *
   * @param others settings with a say in it beside the identity
   */
  Standing standing(
      Map<String, String> identity, ResolvedSettings settings, List<Setting<?>> others) {
    if (!directory.exists()) {
      return Standing.OTHER;
    }
    try {
      JsonNode manifest = Json.parse(directory.files().requiredText(ResultWriter.MANIFEST));
      boolean isSame =
          RunIdentity.differences(identity, texts(manifest.path("identity"), identity)).isEmpty()
              && hasSame(manifest.path("settings"), settings.asMap(others));
      if (!isSame) {
        return Standing.OTHER;
      }
      return isWhole(manifest) ? Standing.WHOLE : Standing.CUT_SHORT;
    } catch (InputUnreadableException | JsonProcessingException e) {
      return Standing.OTHER;
    }
  }

  /**
   * Manifests of earlier versions do not say whether all was done: their figures tell of one fit.
   */
  private static boolean isWhole(JsonNode manifest) {
    JsonNode result = manifest.path("result");
    JsonNode told = result.path(COMPLETE);
    JsonNode complete = told.isMissingNode() ? manifest.path("outcome").path(COMPLETE) : told;
    int most = manifest.path("settings").path(Catalogue.MAX_ITERATIONS.key()).asInt();
    boolean isCutShort =
        !result.path("converged").asBoolean(true) && result.path("iterations").asInt() < most;
    return complete.asBoolean(!isCutShort);
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
