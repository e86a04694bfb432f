package org.avance.load;

import org.avance.model.Delivery;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes what the rules say of the coverage series a delivery touches: changed judgements get a
 * new version, unchanged ones none, those whose fact is gone are ended. After the facts, in the
 * same transaction.
 */
final class CoverageJudgements {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;

  CoverageJudgements(JdbcClient sql, StagingTables tables, Delivery delivery, int feedId) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
  }

  void publish() {
    sql.sql("DELETE FROM " + tables.keyed(VersionedTable.COVERAGE_JUDGEMENT)).update();
    sql.sql(layOut(tables)).param("feed", feedId).param("delivery", delivery.id()).update();
    // A judgement is of what history holds, whatever edition: the newest always stands.
    new Merge(
            sql, VersionedTable.COVERAGE_JUDGEMENT, tables.keyed(VersionedTable.COVERAGE_JUDGEMENT))
        .merge(Merge.Rank.LAST);
    end(sql, feedId);
  }

  /** Ends those whose fact is gone. */
  static void end(JdbcClient sql, int feedId) {
    sql.sql(
            """
            DELETE j FROM fct_coverage_judgement j
            LEFT JOIN fct_coverage f FORCE INDEX (PRIMARY) USING (feed_id, agency_id, programme_id, component_id, year_key, population_key, sex_key, geography_id)
            WHERE j.feed_id = :feed AND f.feed_id IS NULL
            """)
        .param("feed", feedId)
        .update();
  }

  /**
   * In the order written: the facts were filled in this transaction, and the optimizer still takes
   * their table for empty.
   */
  static String layOut(StagingTables tables) {
    return """
        INSERT INTO %s (%s)
        SELECT STRAIGHT_JOIN f.feed_id, f.agency_id, f.programme_id, f.component_id, f.year_key, f.population_key, f.sex_key, f.geography_id,
               j.segment, j.is_break, j.is_jump, j.is_scale_slip, j.change_percent, j.served_over_target,
               j.served_over_potential, j.target_over_potential, j.rulebook_version, j.rule_status, :delivery
        FROM %s j
        LEFT JOIN dim_agency a ON a.code_system = j.code_system AND a.agency_code = j.agency_code AND j.agency_code <> ''
        LEFT JOIN dim_programme p ON p.code_system = j.code_system AND p.agency_code = j.agency_code
          AND p.programme_code = j.programme_code AND j.programme_code <> ''
        JOIN dim_unit_of_measure u ON u.unit_code = j.unit_code
        JOIN dim_population_kind k ON k.code = j.population
        JOIN dim_sex x ON x.code = j.sex
        JOIN dim_geography g ON g.geography_code = j.geography_code
        LEFT JOIN dim_component c FORCE INDEX (component_natural) ON c.programme_id = COALESCE(p.programme_id, 0) AND c.unit_id = u.unit_id
          AND c.component_code = j.component_code AND c.ordinal = j.ordinal AND j.ordinal > 0
        JOIN fct_coverage f FORCE INDEX (PRIMARY) ON f.feed_id = :feed AND f.agency_id = COALESCE(a.agency_id, 0)
          AND f.programme_id = COALESCE(p.programme_id, 0) AND f.component_id = COALESCE(c.component_id, 0)
          AND f.year_key = j.year_key AND f.population_key = k.population_key AND f.sex_key = x.sex_key
          AND f.geography_id = g.geography_id AND f.unit_id = u.unit_id
        """
        .formatted(
            tables.keyed(VersionedTable.COVERAGE_JUDGEMENT),
            VersionedTable.COVERAGE_JUDGEMENT.columnList(),
            tables.judgements());
  }
}
