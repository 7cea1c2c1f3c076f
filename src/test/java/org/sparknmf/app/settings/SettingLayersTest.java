package org.sparknmf.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparknmf.app.RecordedRun;
import org.sparknmf.fit.setting.Catalogue;
import org.sparknmf.fit.setting.Setting;

class SettingLayersTest {
  @TempDir Path directory;

  private static final Map<Setting<?>, String> NONE = Map.of();

  @Test
  void eachLayerPrevailsOverTheOneBelow() throws IOException {
    RecordedRun run = new RecordedRun(directory);
    Map<Setting<?>, String> own = Map.of(Catalogue.RANK, "1");
    assertThat(origin(own, run, List.of(), List.of())).isEqualTo("default of trial");

    Path conf = Files.createDirectory(directory.resolve("conf"));
    Path defaults = Files.writeString(conf.resolve("nmf-defaults.properties"), "rank=2");
    assertThat(origin(own, run, List.of(), List.of())).isEqualTo(defaults + " line 1");

    Files.writeString(directory.resolve("a"), "rank=3");
    Files.writeString(directory.resolve("b"), "\nrank=4");
    List<String> files = List.of("a", directory.resolve("b").toString());
    assertThat(origin(own, run, files, List.of())).isEqualTo(directory.resolve("b") + " line 2");

    run.environment("SPARK_NMF_RANK", "5");
    assertThat(origin(own, run, files, List.of())).isEqualTo("environment SPARK_NMF_RANK");

    run.property("spark.nmf.rank", "6");
    assertThat(origin(own, run, files, List.of())).isEqualTo("Spark property spark.nmf.rank");

    GivenValue option = new GivenValue(Catalogue.RANK, "7", Origin.commandLine(Catalogue.RANK));
    assertThat(origin(own, run, files, List.of(option))).isEqualTo("command line --rank");
  }

  @Test
  void theEntranceSaysWhereTheDefaultsAre() throws IOException {
    Path conf = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(conf.resolve("nmf-defaults.properties"), "rank=2");
    RecordedRun run = new RecordedRun(directory).environment("SPARK_NMF_CONF_DIR", conf.toString());
    ResolvedSettings settings =
        SettingLayers.resolve("trial", NONE, run.surroundings(), List.of(), List.of());
    assertThat(settings.get(Catalogue.RANK)).isEqualTo(2);
  }

  @Test
  void ofSeveralStartsTheProgramChoosesTheSolverUnlessOneIsNamed() {
    GivenValue restarts = option(Catalogue.RESTARTS, "3");
    GivenValue consensus = option(Catalogue.CONSENSUS, "5");
    assertThat(solver(NONE, restarts)).isEqualTo("auto, default with restarts or consensus");
    assertThat(solver(NONE, consensus)).isEqualTo("auto, default with restarts or consensus");
    assertThat(solver(NONE)).isEqualTo("mu, default");
    assertThat(solver(NONE, restarts, option(Catalogue.SOLVER, "mu")))
        .isEqualTo("mu, command line --solver");
    assertThat(solver(Map.of(Catalogue.SOLVER, "bpp"), restarts))
        .isEqualTo("bpp, default of trial");
  }

  private static GivenValue option(Setting<?> setting, String text) {
    return new GivenValue(setting, text, Origin.commandLine(setting));
  }

  private String solver(Map<Setting<?>, String> own, GivenValue... options) {
    ResolvedSettings settings =
        SettingLayers.resolve(
            "trial", own, new RecordedRun(directory).surroundings(), List.of(), List.of(options));
    return settings.word(Catalogue.SOLVER) + ", " + settings.origin(Catalogue.SOLVER).place();
  }

  private static String origin(
      Map<Setting<?>, String> own, RecordedRun run, List<String> files, List<GivenValue> options) {
    return SettingLayers.resolve("trial", own, run.surroundings(), files, options)
        .origin(Catalogue.RANK)
        .place();
  }
}
