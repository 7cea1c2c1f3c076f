package io.github.sparknmf.engine;

import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.UpdateRule;
import java.nio.file.Path;

class BroadcastEngineIT extends NmfEngineContract {

  @Override
  FitEngine engine(
      DistributedMatrix matrix,
      RowStart start,
      UpdateRule rule,
      NmfSettings settings,
      Path checkpoints,
      SparkScope scope) {
    EngineSettings engineSettings = new EngineSettings(checkpoints.toUri().toString(), 10);
    return new BroadcastEngine(
        matrix, start, rule, settings.maxIterations(), engineSettings, scope);
  }
}
