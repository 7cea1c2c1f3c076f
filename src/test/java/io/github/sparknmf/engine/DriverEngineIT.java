package io.github.sparknmf.engine;

import io.github.sparknmf.solver.NmfSettings;
import io.github.sparknmf.solver.UpdateRule;
import java.nio.file.Path;

class DriverEngineIT extends NmfEngineContract {

  @Override
  FitEngine engine(
      DistributedMatrix matrix,
      RowStart start,
      UpdateRule rule,
      NmfSettings settings,
      Path checkpoints,
      SparkScope scope) {
    return DriverEngine.gather(matrix, start, rule, 3, scope);
  }
}
