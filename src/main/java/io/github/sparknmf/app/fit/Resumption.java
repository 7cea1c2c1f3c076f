package io.github.sparknmf.app.fit;

import io.github.sparknmf.app.terminal.Console;
import io.github.sparknmf.fit.Savepoint;
import io.github.sparknmf.fit.Savepoints;
import io.github.sparknmf.fit.Stage;
import io.github.sparknmf.io.publish.IfExists;
import io.github.sparknmf.io.publish.OutputException;
import io.github.sparknmf.solver.InvalidSettingException;
import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.StoppingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a fit goes on from what a run before it has saved. */
final class Resumption {
  private final Console console;
  private final IfExists ifExists;
  private final String output;

  Resumption(Console console, IfExists ifExists, String output) {
    this.console = console;
    this.ifExists = ifExists;
    this.output = output;
  }

  /**
   * Adopts a savepoint of the same data and settings. Another one is discarded, unless it was asked
   * to go on.
   *
   * @param identity of this run
   * @throws OutputException if it was asked to go on from something else
   */
  void prepare(Savepoints savepoints, Map<String, String> identity, NmfSettings nmf) {
    Optional<Savepoint> found = savepoints.found();
    List<String> differences =
        found.map(there -> differences(there, identity, nmf)).orElseGet(List::of);
    if (differences.isEmpty()) {
      adopt(savepoints, nmf);
      return;
    }
    if (ifExists == IfExists.RESUME) {
      throw new OutputException(
          "the checkpoint that an interrupted run left for output '%s' is of other data or settings (%s): repeat those of that run, or start anew by --if-exists overwrite"
              .formatted(output, String.join(", ", differences)));
    }
    console.say(
        "an interrupted run had other data or settings (%s): starting anew"
            .formatted(String.join("; ", differences)));
    savepoints.discard();
  }

  private static List<String> differences(
      Savepoint there, Map<String, String> identity, NmfSettings nmf) {
    List<String> differences = new ArrayList<>(RunIdentity.differences(identity, there.identity()));
    if (differences.isEmpty()) {
      try {
        new StoppingRule(nmf).replay(there.current().state());
      } catch (InvalidSettingException e) {
        differences.add(
            "it has done %d iterations, this one would stop before"
                .formatted(there.current().state().iterations()));
      }
    }
    return differences;
  }

  private void adopt(Savepoints savepoints, NmfSettings nmf) {
    savepoints
        .adopt()
        .forEach(damage -> console.warn("checkpoint " + damage + "; the one before it is taken"));
    savepoints.resumed().ifPresent(savepoint -> console.say(goingOn(savepoint.current(), nmf)));
  }

  private static String goingOn(Stage stage, NmfSettings nmf) {
    String attempt = stage.attempt() == 0 ? "" : ", restart " + stage.attempt();
    return "going on after iteration %d of at most %d%s, which an interrupted run has saved"
        .formatted(stage.state().iterations(), nmf.maxIterations(), attempt);
  }
}
