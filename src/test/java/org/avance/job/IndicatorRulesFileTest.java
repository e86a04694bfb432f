package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.avance.classify.Edition;
import org.avance.classify.IndicatorRules;
import org.avance.classify.InterimLimits;
import org.avance.classify.LightRule;
import org.avance.classify.Plan;
import org.avance.classify.ProgressLimits;
import org.avance.classify.RuleChoice;
import org.avance.classify.RuleValue;
import org.avance.classify.TrendLimits;
import org.avance.extract.yaml.YamlFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorRulesFileTest {
  @TempDir private Path rules;
  private Path file;

  @BeforeEach
  void copy_the_shipped_rules() throws IOException {
    file = rules.resolve("indicators.yaml");
    Files.copy(Path.of("jobs/rules/indicators.yaml"), file);
  }

  @Test
  void the_shipped_plans_and_editions_read() throws Exception {
    assertThat(
            IndicatorRulesFile.read(file).plans().plans().stream()
                .flatMap(plan -> said(plan).stream()))
        .containsExactly(
            "PND 2007-2012 2007-2012 OFFICIAL: 2007-2012 lagging 23 PROVISIONAL",
            "PND 2013-2018 2013-2018 OFFICIAL: 2013-2018 lagging 23 PROVISIONAL",
            "PND 2019-2024 2019-2024 OFFICIAL: 2019-2019 lagging 23 PROVISIONAL",
            "PND 2019-2024 2019-2024 OFFICIAL: 2020-2021 lagging 23 ANCHORED",
            "PND 2019-2024 2019-2024 OFFICIAL: 2022-2024 lagging 23 PROVISIONAL",
            "PND 2025-2030 2025-2030 OFFICIAL: 2025-2030 lagging 23 PROVISIONAL");
  }

  @Test
  void the_shipped_thresholds_read() throws Exception {
    IndicatorRules read = IndicatorRulesFile.read(file);
    Edition edition = read.plans().plans().get(2).editions().get(1);
    ProgressLimits progress = edition.progress();
    InterimLimits interim = edition.interim();
    TrendLimits trend = read.trend();
    LightRule light = read.light();
    assertThat(
            List.of(
                said(progress.exceededFromPercent()),
                said(progress.adequateBandPoints()),
                said(progress.laggingBelowPercent()),
                said(progress.farLaggingBelowPercent()),
                said(interim.farExceededPercent()),
                said(interim.tolerancePercent()),
                said(interim.regressedAgainst()),
                said(trend.stableWithinPercent()),
                said(trend.slopeFromPoints()),
                said(light.greenUpToPercent()),
                said(light.yellowUpToPercent()),
                said(light.descending()),
                said(light.overFulfilment())))
        .containsExactly(
            "100 DERIVED",
            "10 PROVISIONAL",
            "23 ANCHORED",
            "11.5 PROVISIONAL",
            "10 PROVISIONAL",
            "0.0001 DERIVED",
            "BASELINE PROVISIONAL",
            "0.5 PROVISIONAL",
            "4 PROVISIONAL",
            "5 PROVISIONAL",
            "10 PROVISIONAL",
            "LINEAR PROVISIONAL",
            "SYMMETRIC DERIVED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plans:                         | plan:                          | 8: expected one of plans, thresholds, trend, trafficLight, found `plan`; did you mean `plans`?
          'years: 2013-2018'             | 'years: 2013'                  | 20: expected years from 2013 on, up to 2013 at most, found `2013-2018`
          'years: 2013-2018'             | 'years: 2012-2018'             | 20: expected years from 2012 on, up to 2018 at most, found `2013-2018`
          'years: 2013-2018'             | 'years: 2018-2013'             | 16: expected the earlier year first, found `2018-2013`
          'years: 2013-2018'             | 'years: the six'               | 16: expected years, like 2020-2021 or 2020, found `the six`
          'years: 2013-2018'             | 'year: 2013-2018'              | 16: expected one of name, years, status, source, editions, found `year`; did you mean `years`?
          'name: PND 2013-2018'          | 'name: PND 2007-2012'          | 15: expected each plan once, found `PND 2007-2012`
          'years: 2013-2018(?s)(.*?)2013-2018: ' | 'years: 2012-2018$12012-2018: ' | 16: expected years that are not those of PND 2007-2012, found `2012-2018`
          '      2013-2018: taken-over'  | '      2013-2017: taken-over'  | 20: expected editions up to 2018, found a map of 2013-2017
          '2020-2021: coneval-2020-2021' | '2020-2022: coneval-2020-2021' | 28: expected years from 2023 on, up to 2024 at most, found `2022-2024`
          '      2019: taken-over'       | '      19: taken-over'         | 26: expected years, like 2020-2021 or 2020, found `19`
          '2020-2021: coneval-2020-2021' | '2020-2021: coneval-2020-2012' | 27: expected one of coneval-2020-2021, taken-over, found `coneval-2020-2012`; did you mean `coneval-2020-2021`?
          """)
  void a_wrong_plan_is_refused_by_its_line(String from, String to, String message)
      throws IOException {
    edit(from, to);
    refuses(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '    adequateBandPoints:' | '    adequateBandPoint:' | 44: expected one of exceededFromPercent, adequateBandPoints, laggingBelowPercent, farLaggingBelowPercent, farExceededPercent, tolerancePercent, regressedAgainst, found `adequateBandPoint`; did you mean `adequateBandPoints`?
          value: 23             | value: 100              | 49: expected a number below 100, found `100`
          value: 11.5           | value: 23               | 53: expected a number below 23, found `23`
          value: 11.5           | value: 11,5             | 53: expected a number above 0, like 30 or 0.01, found `11,5`
          status: ANCHORED      | status: ANCORED         | 50: expected one of OFFICIAL, ANCHORED, DERIVED, PROVISIONAL, found `ANCORED`; did you mean `ANCHORED`?
          value: BASELINE       | value: BASE             | 66: expected one of BASELINE, PREVIOUS_YEAR, found `BASE`
          value: BASELINE       | value:                  | 66: expected a text, found no value
          '    exceededFromPercent:\\s+value: 100' | '    exceededFromPercent:' | 41: expected a map with the key `value`, found a map of status, source
          value: 0.5            | value: 0                | 105: expected a number above 0, like 30 or 0.01, found `0`
          value: 5              | value: 10               | 118: expected a number below 10, found `10`
          value: LINEAR         | value: LINEAL           | 127: expected one of LINEAR, RATIO, found `LINEAL`; did you mean `LINEAR`?
          value: SYMMETRIC      | value: CAPED            | 132: expected one of SYMMETRIC, CAPPED, found `CAPED`; did you mean `CAPPED`?
          '  descending:'       | '  ascending:'          | 126: expected one of greenUpToPercent, yellowUpToPercent, descending, overFulfilment, found `ascending`; did you mean `descending`?
          """)
  void a_wrong_threshold_is_refused_by_its_line(String from, String to, String message)
      throws IOException {
    edit(from, to);
    refuses(message);
  }

  @Test
  void a_plan_without_editions_is_refused() throws IOException {
    edit("editions:\n      2013-2018: taken-over", "editions: {}");
    refuses("19: expected editions up to 2018, found an empty map");
  }

  private void refuses(String message) {
    assertThatExceptionOfType(YamlFault.class)
        .isThrownBy(() -> IndicatorRulesFile.read(file))
        .withMessage(file + ":" + message);
  }

  private void edit(String from, String to) throws IOException {
    String text = Files.readString(file);
    String edited = text.replaceFirst(from, to);
    assertThat(edited).isNotEqualTo(text);
    Files.writeString(file, edited);
  }

  private static List<String> said(Plan plan) {
    List<String> said = new ArrayList<>();
    for (Edition edition : plan.editions()) {
      said.add(
          "%s %d-%d %s: %d-%d lagging %s"
              .formatted(
                  plan.name(),
                  plan.firstYear(),
                  plan.lastYear(),
                  plan.status(),
                  edition.firstYear(),
                  edition.lastYear(),
                  said(edition.progress().laggingBelowPercent())));
    }
    return said;
  }

  private static String said(RuleValue value) {
    return value.value() + " " + value.status();
  }

  private static String said(RuleChoice<?> choice) {
    return choice.value() + " " + choice.status();
  }
}
