package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.avance.model.CoverageGroup;
import org.avance.model.CoveragePoint;
import org.avance.model.PopulationKind;
import org.avance.model.Sex;
import org.avance.model.Stated;
import org.junit.jupiter.api.Test;

class GroupCutterTest {
  private final GroupCutter cutter = new GroupCutter();

  @Test
  void each_run_of_one_key_is_a_group() {
    List<String> groups = new ArrayList<>();
    int number = 0;
    for (String code : List.of("E001", "E001", "E002", "E003", "E003")) {
      cutter.add(row(++number, code)).map(GroupCutterTest::shown).ifPresent(groups::add);
    }
    assertThat(groups).containsExactly("E001 of 2001, 2002", "E002 of 2003");
    assertThat(cutter.last().map(GroupCutterTest::shown)).contains("E003 of 2004, 2005");
    assertThat(cutter.last()).isEmpty();
  }

  @Test
  void no_points_are_no_group() {
    assertThat(cutter.last()).isEmpty();
  }

  private static GroupCutter.Row row(int number, String code) {
    CoverageGroup key = new CoverageGroup("PEF", "20", code, "", 0, Sex.TOTAL, "MX", List.of());
    CoveragePoint point =
        new CoveragePoint(
            PopulationKind.TARGET, 2000 + number, "personas", Stated.given(BigDecimal.ONE), false);
    return new GroupCutter.Row(number, key, point);
  }

  private static String shown(CoverageGroup group) {
    return group.programmeCode()
        + " of "
        + String.join(
            ", ", group.points().stream().map(point -> String.valueOf(point.year())).toList());
  }
}
