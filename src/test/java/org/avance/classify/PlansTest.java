package org.avance.classify;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.List;
import org.avance.model.RuleStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlansTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-2024           | expected an edition from 2019 on, found one from 2020
          2019-2020 2022-2024 | expected an edition from 2021 on, found one from 2022
          2019-2021 2021-2024 | expected an edition from 2022 on, found one from 2021
          2019-2023           | expected editions up to 2024, found them up to 2023
          2019-2025           | expected editions up to 2024, found them up to 2025
          2024-2019           | expected years in order, found 2024-2019
          """)
  void each_year_of_a_plan_is_in_one_edition(String editions, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan("a", 2019, 2024, editions))
        .withMessage(message);
  }

  @Test
  void plans_share_neither_name_nor_year() {
    Plan first = plan("a", 2013, 2018, "2013-2018");
    assertThatNoException()
        .isThrownBy(() -> new Plans(List.of(first, plan("b", 2019, 2019, "2019-2019"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Plans(List.of(first, plan("a", 2019, 2019, "2019-2019"))))
        .withMessage("expected plans of different names and years, found a and a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Plans(List.of(first, plan("b", 2018, 2019, "2018-2019"))))
        .withMessage("expected plans of different names and years, found a and b");
  }

  private static Plan plan(String name, int first, int last, String editions) {
    return new Plan(
        name,
        first,
        last,
        RuleStatus.OFFICIAL,
        "a test",
        Arrays.stream(editions.split(" ")).map(PlansTest::edition).toList());
  }

  private static Edition edition(String years) {
    return new Edition(
        Integer.parseInt(years.substring(0, 4)),
        Integer.parseInt(years.substring(5)),
        Thresholds.PROGRESS,
        Thresholds.INTERIM);
  }
}
