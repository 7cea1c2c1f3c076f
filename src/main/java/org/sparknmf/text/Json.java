package org.sparknmf.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Records, maps and lists as JSON and back: the one mapper of the house, and its few settings. */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static final ObjectMapper WITHOUT_NULLS =
      MAPPER.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private Json() {}

  /** A value as indented JSON, with the fields that are null. */
  public static String text(Object value) {
    return write(MAPPER.writerWithDefaultPrettyPrinter(), value);
  }

  /** A value as one line of JSON without an end of line, with the fields that are null. */
  public static String line(Object value) {
    return write(MAPPER.writer(), value);
  }

  /** A value as an indented file, without the fields that are null. */
  public static String document(Object value) {
    return write(WITHOUT_NULLS.writerWithDefaultPrettyPrinter(), value) + "\n";
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A record as an object, without the fields that are null. */
  public static ObjectNode tree(Object value) {
    return WITHOUT_NULLS.valueToTree(value);
  }

  /** Any JSON text, a bare word or number as well. */
  public static JsonNode parse(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }

  /** A part of a parsed text as a record; fields that the record does not have are passed over. */
  public static <T> T convert(JsonNode json, Class<T> type) throws JsonProcessingException {
    return MAPPER.treeToValue(json, type);
  }

  /**
   * Reads a record; fields that it does not have are passed over.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "no " + type.getSimpleName() + " in JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Reads a record from a text that must have all its numbers, and no other fields than it has. */
  public static <T> T readExactly(String json, Class<T> type) throws JsonProcessingException {
    return MAPPER
        .readerFor(type)
        .with(
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(json);
  }
}
