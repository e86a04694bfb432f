package org.avance.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.avance.model.Classified;
import org.avance.model.IndicatorJudgement;
import org.avance.model.IndicatorPoint;
import org.avance.model.IndicatorSeries;
import org.avance.model.Stated;

/** Judgements of indicators as rows of their staging table. */
final class JudgementRows {
  static final List<String> COLUMNS =
      Arrays.asList(
          """
          indicator_key series_code geography_code reporting_unit_code period_type year_key
          period_number unit_code ordinal segment is_break progress_percent expected_percent progress
          progress_reason progress_status interim interim_reason interim_status trend trend_reason
          trend_status is_favourable slope compliance_percent light light_reason light_status
          original_compliance_percent original_light is_poor_planning rulebook_version"""
              .split("\\s+"));

  private JudgementRows() {}

  static void add(IndicatorHistory.Judged judged, BulkRows rows) {
    for (IndicatorJudgement judgement : judged.judgements()) {
      List<Object> cells = new ArrayList<>(key(judged.series(), judgement.point()));
      cells.addAll(List.of(judgement.segment(), flag(judgement.isBreak())));
      cells.add(orNull(judgement.progressPercent()));
      cells.add(orNull(judgement.expectedPercent()));
      cells.addAll(classified(judgement.progress()));
      cells.addAll(classified(judgement.interim()));
      cells.addAll(classified(judgement.trend()));
      cells.add(flag(judgement.favourable()));
      cells.add(orNull(judgement.slope()));
      cells.add(orNull(judgement.compliancePercent()));
      cells.addAll(classified(judgement.light()));
      cells.add(orNull(judgement.originalCompliancePercent()));
      cells.add(judgement.originalLight().value());
      cells.add(flag(judgement.poorPlanning()));
      cells.add(judged.rulebookVersion());
      rows.add(cells.toArray());
    }
  }

  private static List<Object> key(IndicatorSeries series, IndicatorPoint point) {
    return List.of(
        series.indicatorKey(),
        series.seriesCode(),
        series.geographyCode(),
        series.reportingUnitCode(),
        series.periodType(),
        point.year(),
        point.number(),
        point.unitCode(),
        point.ordinal());
  }

  private static List<Object> classified(Classified<?> classified) {
    return List.of(classified.value(), classified.reason(), classified.status());
  }

  private static Object orNull(Stated<BigDecimal> stated) {
    return stated.<Object>fold(given -> given, missing -> BulkRows.NULL);
  }

  private static int flag(boolean set) {
    return set ? 1 : 0;
  }
}
