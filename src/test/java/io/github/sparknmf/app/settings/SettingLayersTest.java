package io.github.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparknmf.app.Command;
import io.github.sparknmf.app.CommandContext;
import io.github.sparknmf.app.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingLayersTest {
  @TempDir Path directory;

  private record WithDefaults(Map<Setting<?>, String> defaults) implements Command {
    @Override
    public String name() {
      return "trial";
    }

    @Override
    public String description() {
      return "A command of a test.";
    }

    @Override
    public void run(CommandContext context) {}
  }

  @Test
  void eachLayerPrevailsOverTheOneBelow() throws IOException {
    RecordedRun run = new RecordedRun(directory);
    Command command = new WithDefaults(Map.of(Settings.RANK, "1"));
    assertThat(origin(command, run, List.of(), List.of())).isEqualTo("default of trial");

    Path conf = Files.createDirectory(directory.resolve("conf"));
    Path defaults = Files.writeString(conf.resolve("nmf-defaults.properties"), "rank=2");
    assertThat(origin(command, run, List.of(), List.of())).isEqualTo(defaults + " line 1");

    Files.writeString(directory.resolve("a"), "rank=3");
    Files.writeString(directory.resolve("b"), "\nrank=4");
    List<String> files = List.of("a", directory.resolve("b").toString());
    assertThat(origin(command, run, files, List.of()))
        .isEqualTo(directory.resolve("b") + " line 2");

    run.environment("NMF_RANK", "5");
    assertThat(origin(command, run, files, List.of())).isEqualTo("environment NMF_RANK");

    run.property("spark.nmf.rank", "6");
    assertThat(origin(command, run, files, List.of())).isEqualTo("Spark property spark.nmf.rank");

    GivenValue option = new GivenValue(Settings.RANK, "7", Origin.commandLine(Settings.RANK));
    assertThat(origin(command, run, files, List.of(option))).isEqualTo("command line --rank");
  }

  @Test
  void theEntranceSaysWhereTheDefaultsAre() throws IOException {
    Path conf = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(conf.resolve("nmf-defaults.properties"), "rank=2");
    RecordedRun run = new RecordedRun(directory).environment("NMF_CONF_DIR", conf.toString());
    ResolvedSettings settings =
        SettingLayers.resolve(new WithDefaults(Map.of()), run.surroundings(), List.of(), List.of());
    assertThat(settings.get(Settings.RANK)).isEqualTo(2);
  }

  private static String origin(
      Command command, RecordedRun run, List<String> files, List<GivenValue> options) {
    return SettingLayers.resolve(command, run.surroundings(), files, options)
        .origin(Settings.RANK)
        .place();
  }
}
