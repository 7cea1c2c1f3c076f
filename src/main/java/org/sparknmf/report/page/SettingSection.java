package org.sparknmf.report.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sparknmf.report.Figures;

/** What was set, and where that came from. */
final class SettingSection extends Section {
  private static final String DEFAULT = "default";

  SettingSection() {
    super("settings", "Settings");
  }

  @Override
  boolean applies(ReportData data) {
    return data.run().settings() != null;
  }

  @Override
  void draw(ReportData data, Markup out) {
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
    Table table = Table.begin(out, caption, "Setting", "Value", "Comes from");
    settings.forEach(
        one ->
            table.row(
                Table.head(one.key()), Table.ids(List.of(one.value())), Table.text(one.origin())));
    table.end();
  }

  private static void plain(Map<String, Object> settings, Markup out) {
    Table table = Table.begin(out, "All", "Setting", "Value");
    settings.entrySet().stream()
        .filter(entry -> Objects.nonNull(entry.getValue()))
        .forEach(
            entry -> table.row(Table.head(entry.getKey()), Table.ids(List.of(entry.getValue()))));
    table.end();
  }
}
