package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.avance.model.InterimOutcome;
import org.avance.model.NotClassified;
import org.avance.model.ProgressClass;
import org.avance.model.RuleStatus;
import org.avance.model.TrafficLight;
import org.avance.model.Trend;
import org.junit.jupiter.api.Test;

/** What {@code docs/classes.md} lists is what the code knows, no more and no less. */
class ClassesDocsTest {
  private static final Path PAGE = Path.of("docs", "classes.md");

  @Test
  void the_page_lists_every_class_with_its_label_in_the_tables_of_its_rule() throws Exception {
    List<String> known = new ArrayList<>();
    for (ProgressClass each : ProgressClass.values()) {
      known.add(each + " " + each.officialLabel());
    }
    for (InterimOutcome each : InterimOutcome.values()) {
      known.add(each + " " + each.officialLabel());
    }
    for (Trend each : Trend.values()) {
      known.add(each + " " + each.officialLabel());
    }
    for (TrafficLight each : TrafficLight.values()) {
      known.add(each + " " + each.officialLabel());
    }
    assertThat(rows("| class | label |").flatMap(ClassesDocsTest::labelled))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void the_page_lists_every_reason_and_every_status() throws Exception {
    assertThat(rows("| reason |").flatMap(row -> words(row.split("\\|")[1])))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NotClassified.values())
                .filter(reason -> reason != NotClassified.NONE)
                .map(Enum::name)
                .toList());
    assertThat(rows("| status |").flatMap(row -> words(row.split("\\|")[1])))
        .containsExactlyElementsOf(Arrays.stream(RuleStatus.values()).map(Enum::name).toList());
  }

  /** A row may hold several classes and, in the same order, their labels. */
  private static Stream<String> labelled(String row) {
    String[] cells = row.split("\\|");
    List<String> classes = words(cells[1]).toList();
    List<String> labels = words(cells[2]).toList();
    assertThat(labels).as(row).hasSameSizeAs(classes);
    return Stream.iterate(0, i -> i + 1)
        .limit(classes.size())
        .map(i -> classes.get(i) + " " + labels.get(i));
  }

  private static Stream<String> words(String cell) {
    return Arrays.stream(cell.replace("`", "").split(",")).map(String::trim);
  }

  /** The rows of all tables whose header begins like this. */
  private static Stream<String> rows(String header) throws Exception {
    List<String> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith(header)) {
        inside = true;
      } else if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|---")) {
        rows.add(line);
      }
    }
    return rows.stream();
  }
}
