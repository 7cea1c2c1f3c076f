package org.sparknmf.io.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sparknmf.text.Json;

/**
 * How a run stands, for those who cannot see its exit code.
 *
 * @param exitCode as in the command line's table; empty while it runs
 * @param errorCode short and stable, such as OUTPUT_EXISTS; empty when nothing is wrong
 * @param cause one line; empty when nothing is wrong
 * @param remedy one line; empty when nothing is wrong
 * @param ended empty while it runs
 */
public record RunStatus(
    String runId,
    State state,
    Optional<Integer> exitCode,
    Optional<String> errorCode,
    Optional<String> cause,
    Optional<String> remedy,
    Instant started,
    Optional<Instant> ended) {
  private static final int SCHEMA_VERSION = 1;

  /** The states of a run in its life. */
  public enum State {
    /** The run is under way, or was killed without a chance to say so. */
    RUNNING,
    /** The result is published. */
    DONE,
    /** A complete result was there; nothing was done. */
    SKIPPED,
    /** The run ended with an error; a previous result is as it was. */
    FAILED,
    /** The run was stopped by a user or a system; a previous result is as it was. */
    INTERRUPTED
  }

  /** A run that has begun. */
  public static RunStatus running(String runId, Instant started) {
    return new RunStatus(
        runId,
        State.RUNNING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        started,
        Optional.empty());
  }

  /** The status of the same run at its end, with nothing wrong. */
  public RunStatus ended(State outcome, int code, Instant end) {
    return new RunStatus(
        runId,
        outcome,
        Optional.of(code),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        started,
        Optional.of(end));
  }

  /** This status with what went wrong and what to do about it. */
  public RunStatus because(String error, String why, String whatToDo) {
    return new RunStatus(
        runId,
        state,
        exitCode,
        Optional.of(error),
        Optional.of(why),
        Optional.of(whatToDo),
        started,
        ended);
  }

  /**
   * The status that {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  static RunStatus fromJson(String json) {
    try {
      JsonNode node = Json.parse(json);
      return new RunStatus(
          node.required("runId").asText(),
          State.valueOf(node.required("state").asText()),
          node.hasNonNull("exitCode")
              ? Optional.of(node.get("exitCode").asInt())
              : Optional.empty(),
          text(node, "errorCode"),
          text(node, "cause"),
          text(node, "remedy"),
          Instant.parse(node.required("started").asText()),
          text(node, "ended").map(Instant::parse));
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }

  /** All fields, null where there is nothing to say. */
  public String toJson() {
    ObjectNode node = Json.object();
    node.put("schemaVersion", SCHEMA_VERSION);
    node.put("runId", runId);
    node.put("state", state.name());
    node.put("exitCode", exitCode.orElse(null));
    node.put("errorCode", errorCode.orElse(null));
    node.put("cause", cause.orElse(null));
    node.put("remedy", remedy.orElse(null));
    node.put("started", started.toString());
    node.put("ended", ended.map(Instant::toString).orElse(null));
    return node.toPrettyString() + "\n";
  }
}
