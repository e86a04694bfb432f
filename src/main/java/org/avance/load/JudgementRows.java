package org.avance.load;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.Classified;
import org.avance.model.IndicatorJudgement;
import org.avance.model.Stated;

/** Judgements of indicators as rows of their staging table. */
final class JudgementRows {
  static final List<String> COLUMNS =
      List.of(
          """
          is_past record_no fact_no segment is_break progress_percent expected_percent progress
          progress_reason progress_status interim interim_reason interim_status trend trend_reason
          trend_status is_favourable slope compliance_percent light light_reason light_status
          original_compliance_percent original_light is_poor_planning rulebook_version"""
              .split("\\s+"));

  private JudgementRows() {}

  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          is_past TINYINT UNSIGNED NOT NULL, record_no BIGINT UNSIGNED NOT NULL, fact_no INT UNSIGNED NOT NULL,
          segment SMALLINT UNSIGNED NOT NULL, is_break TINYINT UNSIGNED NOT NULL, progress_percent DECIMAL(30,4) NULL,
          expected_percent DECIMAL(30,4) NULL, progress {dim_progress_class} NOT NULL,
          progress_reason {dim_not_classified} NOT NULL, progress_status VARCHAR(12) NOT NULL,
          interim {dim_interim_outcome} NOT NULL, interim_reason {dim_not_classified} NOT NULL,
          interim_status VARCHAR(12) NOT NULL, trend {dim_trend} NOT NULL, trend_reason {dim_not_classified} NOT NULL,
          trend_status VARCHAR(12) NOT NULL, is_favourable TINYINT UNSIGNED NOT NULL, slope DECIMAL(30,10) NULL,
          compliance_percent DECIMAL(30,4) NULL, light {dim_traffic_light} NOT NULL,
          light_reason {dim_not_classified} NOT NULL, light_status VARCHAR(12) NOT NULL,
          original_compliance_percent DECIMAL(30,4) NULL, original_light {dim_traffic_light} NOT NULL,
          is_poor_planning TINYINT UNSIGNED NOT NULL, rulebook_version VARCHAR(60) NOT NULL,
          PRIMARY KEY (record_no, fact_no, is_past)
        )
        """
        .formatted(table);
  }

  static void add(IndicatorHistory.Judged judged, BulkRows rows) {
    List<IndicatorJudgement> judgements = judged.judgements();
    for (int i = 0; i < judgements.size(); i++) {
      PlacedSeries.Place place = judged.series().places().get(i);
      rows.cell(flag(place.past())).cell(place.record()).cell(place.fact());
      add(judgements.get(i), rows);
      rows.cell(judged.rulebookVersion()).end();
    }
  }

  private static void add(IndicatorJudgement judgement, BulkRows rows) {
    rows.cell(judgement.segment()).cell(flag(judgement.isBreak()));
    percent(judgement.progressPercent(), rows);
    percent(judgement.expectedPercent(), rows);
    classified(judgement.progress(), rows);
    classified(judgement.interim(), rows);
    classified(judgement.trend(), rows);
    rows.cell(flag(judgement.favourable()));
    percent(judgement.slope(), rows);
    percent(judgement.compliancePercent(), rows);
    classified(judgement.light(), rows);
    percent(judgement.originalCompliancePercent(), rows);
    rows.cell(judgement.originalLight().value()).cell(flag(judgement.poorPlanning()));
  }

  private static void classified(Classified<?> classified, BulkRows rows) {
    rows.cell(classified.value()).cell(classified.reason()).cell(classified.status());
  }

  private static void percent(Stated<BigDecimal> stated, BulkRows rows) {
    rows.cell(stated.<Object>fold(given -> given, missing -> BulkRows.NULL));
  }

  private static int flag(boolean set) {
    return set ? 1 : 0;
  }
}
