package org.sparknmf.app.run;

import java.util.List;
import java.util.function.Function;
import org.sparknmf.app.terminal.Console;
import org.sparknmf.engine.savepoint.SavepointShelf;
import org.sparknmf.engine.savepoint.Versioned;
import org.sparknmf.io.publish.IfExists;
import org.sparknmf.io.publish.OutputException;

/** Whether a run goes on from what one before it has saved. */
record Resumption(Console console, IfExists ifExists, String output) {
  /**
   * Adopts a savepoint of the same data and settings. Another one is discarded, unless it was asked
   * to go on.
   *
   * @param differences in what a savepoint is not of this run, for people
   * @param progress where a savepoint stands, for people
   * @throws OutputException if it was asked to go on from something else
   */
  <T extends Versioned> void prepare(
      SavepointShelf<T> left, Function<T, List<String>> differences, Function<T, String> progress) {
    List<String> found =
        left.ofAnotherLayout()
            .map(file -> List.of("%s is of another version of this program".formatted(file)))
            .or(() -> left.found().map(differences))
            .orElseGet(List::of);
    if (found.isEmpty()) {
      adopt(left, progress);
      return;
    }
    if (ifExists == IfExists.RESUME) {
      throw new OutputException(
          "the checkpoint that an interrupted run left for output '%s' is of other data or settings (%s): repeat those of that run, or start anew by --if-exists overwrite"
              .formatted(output, String.join(", ", found)));
    }
    console.say(
        "an interrupted run had other data or settings (%s): starting anew"
            .formatted(String.join("; ", found)));
    left.discard();
  }

  private <T extends Versioned> void adopt(SavepointShelf<T> left, Function<T, String> progress) {
    List<String> damages = left.adopt();
    String instead =
        left.resumed().isPresent()
            ? "the one before it is taken"
            : "there is no whole one before it: starting anew";
    damages.forEach(damage -> console.warn("checkpoint " + damage + "; " + instead));
    left.resumed()
        .map(progress)
        .ifPresent(
            words ->
                console.say(
                    "going on after %s, which an interrupted run has saved".formatted(words)));
  }
}
