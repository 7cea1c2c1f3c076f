package org.sparknmf.ml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparknmf.text.Json;

/**
 * The one line of JSON that Spark ML's readers look for, written and read without the JSON library
 * of Spark, which differs from version to version.
 */
final class ModelMetadata {
  /** Raised when what is saved changes so that older programs cannot read it. */
  static final int FORMAT_VERSION = 1;

  /** Field with the place of W, relative to the model, where it is not the usual one. */
  static final String ROW_FACTORS = "rowFactors";

  /** Field that is true where the model has weights of columns. */
  static final String WEIGHTED = "weighted";

  private final NmfParams params;
  private final NmfSummary summary;
  private final ObjectNode extra = Json.object();

  /**
   * Creates the metadata of a model.
   *
   * @param params its parameters and its uid
   * @param summary how its fit went
   */
  ModelMetadata(NmfParams params, NmfSummary summary) {
    this.params = params;
    this.summary = summary;
  }

  /** Says whether the model has weights of columns. */
  ModelMetadata weighted(boolean isWeighted) {
    extra.put(WEIGHTED, isWeighted);
    return this;
  }

  /** Says where W lies. */
  ModelMetadata withRowFactors(String place) {
    extra.put(ROW_FACTORS, place);
    return this;
  }

  /** The line. */
  String line(String sparkVersion) {
    ObjectNode json = Json.object();
    json.put("class", NMFModel.class.getName());
    json.put("timestamp", System.currentTimeMillis());
    json.put("sparkVersion", sparkVersion);
    json.put("uid", params.uid());
    ObjectNode set = json.putObject("paramMap");
    ObjectNode defaults = json.putObject("defaultParamMap");
    for (Param<?> param : params.params()) {
      put(set, params, param, params.isSet(param), false);
      put(defaults, params, param, params.hasDefault(param), true);
    }
    json.put("formatVersion", FORMAT_VERSION);
    json.set("summary", Json.tree(summary));
    return json.setAll(extra).toString();
  }

  private static <T> void put(
      ObjectNode target, Params model, Param<T> param, boolean isThere, boolean isDefault) {
    if (isThere) {
      T value = isDefault ? model.getDefault(param).get() : model.getOrDefault(param);
      target.set(param.name(), parse(param.jsonEncode(value)));
    }
  }

  /** A JSON value, which may be a bare word or number. */
  static JsonNode parse(String json) {
    try {
      return Json.parse(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no JSON: " + json, e);
    }
  }

  /** Sets what was set; parameters that this version does not know are left out. */
  static void apply(JsonNode metadata, Params stage) {
    for (Param<?> param : stage.params()) {
      apply(metadata, stage, param);
    }
  }

  private static <T> void apply(JsonNode metadata, Params stage, Param<T> param) {
    JsonNode standard = metadata.path("defaultParamMap").path(param.name());
    if (!standard.isMissingNode()) {
      stage.setDefault(param, decode(param, standard));
    }
    JsonNode set = metadata.path("paramMap").path(param.name());
    if (!set.isMissingNode()) {
      stage.set(param, decode(param, set));
    }
  }

  /** A value as Spark reads it, which throws what it does not declare. */
  private static <T> T decode(Param<T> param, JsonNode value) {
    try {
      return param.jsonDecode(value.toString());
    } catch (Exception e) {
      throw new IllegalArgumentException(
          "the model's parameter %s is damaged, its value is %s: save it again, or restore the directory"
              .formatted(param.name(), value),
          e);
    }
  }

  /** The summary that was saved. */
  static NmfSummary summary(JsonNode metadata) {
    try {
      return Json.convert(metadata.get("summary"), NmfSummary.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the model's summary is damaged: " + e.getMessage(), e);
    }
  }
}
