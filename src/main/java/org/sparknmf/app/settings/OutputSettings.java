package org.sparknmf.app.settings;

import static org.sparknmf.fit.setting.ValueRule.countLimit;
import static org.sparknmf.fit.setting.ValueRule.flag;
import static org.sparknmf.fit.setting.ValueRule.limit;
import static org.sparknmf.fit.setting.ValueRule.pairs;
import static org.sparknmf.fit.setting.ValueRule.wholeNumberFrom;
import static org.sparknmf.fit.setting.ValueRule.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sparknmf.fit.setting.Setting;
import org.sparknmf.fit.setting.SettingList;
import org.sparknmf.fit.setting.ValueRule;
import org.sparknmf.io.publish.IfExists;
import org.sparknmf.io.publish.PublishBy;
import org.sparknmf.report.Pictures;

/** The settings that say what becomes of a result, and what it must be like. */
public final class OutputSettings {
  private static final SettingList LIST = new SettingList("0.1.0");

  public static final Setting<String> OUTPUT =
      LIST.text("output", "PATH")
          .meaning("directory for the factors, published whole or not at all");
  public static final Setting<IfExists> IF_EXISTS =
      LIST.add("if-exists", word(IfExists.class), "error")
          .meaning(
              "what to do when the output exists; resume goes on from what an interrupted run has"
                  + " saved, and replaces an older result");
  public static final Setting<Boolean> REQUIRE_CONVERGENCE =
      LIST.add("require-convergence", flag(), false)
          .meaning("a run that stops before it has converged fails a quality gate");
  public static final Setting<Double> MAX_RELATIVE_ERROR =
      LIST.add("max-relative-error", limit(), "unlimited")
          .meaning("a relative error above this fails a quality gate");
  public static final Setting<Double> MAX_EMPTY_ROWS =
      LIST.add("max-empty-rows", countLimit(), "unlimited")
          .meaning("more rows of X without a cell than this fail a quality gate");
  public static final Setting<PublishBy> PUBLISH =
      LIST.add("publish", word(PublishBy.class), "auto")
          .meaning(
              "how a result is put in place: by renaming, or by a pointer to it if renaming is not"
                  + " atomic");
  public static final Setting<String> RUN_ID =
      LIST.text("run-id", "NAME")
          .meaning("name of the run in status file and manifest; default: a random name");
  static final Setting<Map<String, String>> LABEL =
      LIST.add("label", pairs()).meaning("your own entries for the manifest; no secrets");
  public static final Setting<Integer> TOP =
      LIST.add("top", wholeNumberFrom(1), 10)
          .meaning("columns to list for each component, or to recommend for each row");
  public static final Setting<Pictures.Shape> IMAGE_SHAPE =
      LIST.add(
              "image-shape",
              new ValueRule<>(
                  "RxC",
                  "rows x columns of pixels such as 8x8, at most %d of them"
                      .formatted(Pictures.MOST_PIXELS),
                  List.of(),
                  OutputSettings::shape))
          .meaning(
              "draw components as pictures in the report: rows and columns of pixels, a pixel for"
                  + " each column of X, by id");

  static final List<Setting<?>> ALL = LIST.all();

  /** What tells one run from another, for those who schedule them. */
  public static final List<Setting<?>> OF_A_RUN = List.of(PUBLISH, RUN_ID, LABEL);

  private OutputSettings() {}

  private static Optional<Pictures.Shape> shape(String text) {
    if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
      return Optional.empty();
    }
    int sign = text.indexOf('x');
    Pictures.Shape shape =
        new Pictures.Shape(
            Integer.parseInt(text.substring(0, sign)), Integer.parseInt(text.substring(sign + 1)));
    return Optional.of(shape).filter(s -> (long) s.height() * s.width() <= Pictures.MOST_PIXELS);
  }

  /** The name of a run, which is at random where none is given: asked twice, there are two. */
  public static String runId(ResolvedSettings settings) {
    return settings.find(RUN_ID).orElseGet(() -> UUID.randomUUID().toString());
  }
}
