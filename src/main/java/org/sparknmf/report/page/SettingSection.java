package org.sparknmf.report.page;

import java.util.List;
import java.util.Map;
import org.sparknmf.report.Figures;

/** What was set, and where that came from. */
final class SettingSection implements Section {
  private static final String DEFAULT = "default";

  @Override
  public boolean applies(ReportData data) {
    return data.run().settings() != null;
  }

  @Override
  public void draw(ReportData data, Markup out) {
    List<Figures.Given> given = data.figures().map(Figures::settings).orElse(null);
    if (given == null) {
      plain(data.run().settings(), out);
      return;
    }
    List<Figures.Given> chosen = given.stream().filter(one -> !isDefault(one)).toList();
    if (!chosen.isEmpty()) {
      table("Chosen", chosen, out);
    }
    List<Figures.Given> others = given.stream().filter(SettingSection::isDefault).toList();
    out.open("details").element("summary", others.size() + " defaults");
    table("Defaults", others, out);
    out.close();
  }

  private static boolean isDefault(Figures.Given one) {
    return DEFAULT.equals(one.origin());
  }

  private static void table(String caption, List<Figures.Given> settings, Markup out) {
    new Table<Figures.Given>(caption)
        .name("Setting", Figures.Given::key)
        .ids("Value", one -> List.of(one.value()))
        .text("Comes from", Figures.Given::origin)
        .draw(out, settings);
  }

  private static void plain(Map<String, Object> settings, Markup out) {
    new Table<Map.Entry<String, Object>>("All")
        .name("Setting", Map.Entry::getKey)
        .ids("Value", entry -> List.of(entry.getValue()))
        .draw(out, settings.entrySet().stream().filter(entry -> entry.getValue() != null).toList());
  }
}
