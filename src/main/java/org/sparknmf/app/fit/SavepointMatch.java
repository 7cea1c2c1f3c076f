package org.sparknmf.app.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sparknmf.app.run.RunIdentity;
import org.sparknmf.fit.Savepoint;
import org.sparknmf.fit.Stage;
import org.sparknmf.solver.InvalidSettingException;
import org.sparknmf.solver.loop.StoppingRule;
import org.sparknmf.solver.method.NmfSettings;
import org.sparknmf.solver.method.Updates;

/**
 * How a savepoint of a fit looks to a fit that may go on from it.
 *
 * @param identity of that
 */
record SavepointMatch(Map<String, String> identity, NmfSettings nmf) {
  /** Why it cannot go on from there; empty if it can. */
  List<String> differences(Savepoint there) {
    Map<String, String> ours = RunIdentity.withInnerUpdates(identity, goingOn(there).sweeps());
    List<String> differences = new ArrayList<>(RunIdentity.differences(ours, there.identity()));
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

  /** The settings of a fit that goes on from there: its bits do not depend on the interruption. */
  NmfSettings goingOn(Savepoint there) {
    boolean isFree = nmf.updates().innerUpdates() == Updates.AUTO;
    return isFree && RunIdentity.isOfOneUpdate(there.identity())
        ? nmf.with(nmf.updates().withInnerUpdates(1))
        : nmf;
  }

  /** The progress of a savepoint, in words: its iteration and its restart. */
  String words(Savepoint there) {
    Stage stage = there.current();
    String attempt = stage.attempt() == 0 ? "" : ", restart " + stage.attempt();
    return "iteration %d of at most %d%s"
        .formatted(stage.state().iterations(), nmf.maxIterations(), attempt);
  }
}
