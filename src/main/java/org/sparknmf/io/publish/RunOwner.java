package org.sparknmf.io.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sparknmf.text.Json;

/**
 * The process that a work directory belongs to. The start instant tells a process from a later one
 * that was given the same number.
 */
record RunOwner(String host, long pid, Instant started) {
  /** The system's own figure for a process's start may move a little when its clock is set. */
  private static final Duration SAME_START = Duration.ofSeconds(5);

  /** This process. */
  static RunOwner self() {
    ProcessHandle process = ProcessHandle.current();
    return new RunOwner(localHost(), process.pid(), start(process));
  }

  /** The owner that {@link #toJson} wrote; nothing when the text is something else. */
  static Optional<RunOwner> fromJson(String json) {
    try {
      JsonNode node = Json.parse(json);
      Instant started = Instant.parse(node.path("started").asText());
      return Optional.of(
          new RunOwner(node.path("host").asText(), node.path("pid").asLong(), started));
    } catch (JsonProcessingException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  String toJson() {
    return json().toString();
  }

  ObjectNode json() {
    return Json.object().put("host", host).put("pid", pid).put("started", started.toString());
  }

  /** The process in words for people. */
  String words() {
    return "pid " + pid + " on " + host;
  }

  boolean isOnThisHost() {
    return host.equals(localHost());
  }

  /** Whether that process still runs; can be told for this host only. */
  boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame).isPresent();
  }

  private boolean isSame(ProcessHandle process) {
    return Duration.between(started, start(process)).abs().compareTo(SAME_START) < 0;
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
