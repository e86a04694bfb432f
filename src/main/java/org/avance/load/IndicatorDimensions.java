package org.avance.load;

import java.util.Set;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the members that only indicators, assessments and scores name known to the dimensions.
 * Compared first: no idle versions.
 */
final class IndicatorDimensions {
  private final JdbcClient sql;
  private final InOneGo go;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;
  private final Set<FactKind> kinds;

  IndicatorDimensions(
      InOneGo go, StagingTables tables, Delivery delivery, int feedId, Set<FactKind> kinds) {
    this.sql = go.sql();
    this.go = go;
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
    this.kinds = kinds;
  }

  /** What only indicator values name: series and reporting units. */
  void publishSeries() {
    run(
        tables.statements(FactKind.INDICATOR),
        """
        INSERT INTO dim_series (series_code, label)
        SELECT s.series_code, MIN(s.series_label)
        FROM %s s LEFT JOIN dim_series d USING (series_code)
        WHERE d.series_id IS NULL
        GROUP BY s.series_code
        """);
    run(
        tables.statements(FactKind.INDICATOR),
        """
        INSERT INTO dim_reporting_unit (reporting_unit_code, label)
        SELECT s.reporting_unit_code, MIN(s.reporting_unit_label)
        FROM %s s LEFT JOIN dim_reporting_unit d USING (reporting_unit_code)
        WHERE d.reporting_unit_id IS NULL
        GROUP BY s.reporting_unit_code
        """);
  }

  /** Objectives and the indicators themselves, without their names. */
  void publishIndicators() {
    run(
        stated(),
        """
        INSERT INTO dim_objective (programme_id, objective_hash, text)
        SELECT STRAIGHT_JOIN COALESCE(p.programme_id, 0), s.objective_hash, MIN(s.objective)
        FROM %s s
        LEFT JOIN dim_programme p ON p.code_system = s.owner_system AND p.agency_code = s.owner_agency
          AND p.programme_code = s.owner_programme AND s.owner_programme <> ''
        LEFT JOIN dim_objective o ON o.programme_id = COALESCE(p.programme_id, 0) AND o.objective_hash = s.objective_hash
        WHERE o.objective_id IS NULL AND s.objective <> ''
        GROUP BY COALESCE(p.programme_id, 0), s.objective_hash
        """);
    go.param(
        "known",
        sql.sql("SELECT COALESCE(MAX(indicator_id), 0) FROM dim_indicator")
            .query(Long.class)
            .single());
    go.then(newIndicators());
  }

  /** In the order of the file, so that their facts are written in the order of their keys. */
  private String newIndicators() {
    return """
        INSERT INTO dim_indicator (feed_id, indicator_key, agency_id, programme_id, code, number, name, level)
        SELECT STRAIGHT_JOIN :feed, latest.indicator_key, COALESCE(a.agency_id, 0), COALESCE(p.programme_id, 0), s.indicator_code,
               s.indicator_number, s.indicator_name, s.level
        FROM (SELECT identity.indicator_key, r.kind, r.statement_no,
                     ROW_NUMBER() OVER (PARTITION BY identity.indicator_key ORDER BY r.last_year DESC, r.first_line) AS place,
                     MIN(r.first_line) OVER (PARTITION BY identity.indicator_key) AS line
              FROM %s r
              JOIN %s identity ON identity.identity_hash = r.identity_hash
              LEFT JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = identity.indicator_key
              WHERE i.indicator_id IS NULL) latest
        JOIN %s s ON s.kind = latest.kind AND s.statement_no = latest.statement_no
        LEFT JOIN dim_agency a ON a.code_system = s.owner_system AND a.agency_code = s.owner_agency AND s.owner_agency <> ''
        LEFT JOIN dim_programme p ON p.code_system = s.owner_system AND p.agency_code = s.owner_agency
          AND p.programme_code = s.owner_programme AND s.owner_programme <> ''
        WHERE latest.place = 1
        ORDER BY latest.line, latest.indicator_key
        """
        .formatted(tables.indicatorNames(), tables.identities(), stated());
  }

  /** What indicators are called, by year; and each bears what its latest year says. */
  void publishNames() {
    if (knowsNone()) {
      layOutNames(VersionedTable.INDICATOR_NAME.name());
      return;
    }
    layOutNames();
    String keyed = tables.keyed(VersionedTable.INDICATOR_NAME);
    Merge merge = new Merge(sql, VersionedTable.INDICATOR_NAME, keyed);
    if (delivery.counts().factsStaged() < Publisher.MANY) {
      merge.in(go, delivery);
      go.then(rename(keyed));
    } else if (changes(merge) > 0) {
      go.then(rename(keyed));
    }
  }

  /** Of many, names are looked at again only where one has changed. */
  private int changes(Merge merge) {
    go.send();
    int changed = merge.merge(Merge.Rank.of(delivery));
    return delivery.endingScope().isEmpty()
        ? changed
        : changed + merge.end(feedId, delivery.endingScope());
  }

  /** Lays names out, and merges them into nothing. */
  void layOutNames() {
    String keyed = tables.keyed(VersionedTable.INDICATOR_NAME);
    go.then("DELETE FROM " + keyed);
    layOutNames(keyed);
  }

  /**
   * Those that were known before; new ones bear their names from the start.
   *
   * @param indicators table with the keys of those that are looked at
   */
  static String rename(String indicators) {
    return """
            UPDATE (SELECT n.indicator_id, n.feed_id, n.year_key, n.identity_hash,
                           ROW_NUMBER() OVER (PARTITION BY n.indicator_id ORDER BY COALESCE(n.last_year, n.year_key) DESC, n.line, n.delivery_id DESC) AS place
                    FROM dim_indicator_name n
                    WHERE n.indicator_id IN (SELECT k.indicator_id FROM %s k WHERE k.indicator_id <= :known)) latest
            STRAIGHT_JOIN dim_indicator_name n USING (indicator_id, feed_id, year_key, identity_hash)
            STRAIGHT_JOIN dim_indicator m ON m.indicator_id = latest.indicator_id
            SET m.code = n.code, m.number = n.number, m.name = n.name, m.level = n.level
            WHERE latest.place = 1
              AND NOT (BINARY m.code <=> BINARY n.code AND BINARY m.number <=> BINARY n.number
                AND BINARY m.name <=> BINARY n.name AND BINARY m.level <=> BINARY n.level)
            """
        .formatted(indicators);
  }

  private boolean knowsNone() {
    return sql.sql("SELECT NOT EXISTS (SELECT 1 FROM dim_indicator_name WHERE feed_id = :feed)")
        .param("feed", feedId)
        .query(Boolean.class)
        .single();
  }

  private void layOutNames(String into) {
    go.then(namesInto(into));
  }

  private String namesInto(String keyed) {
    return """
        INSERT INTO %s (%s)
        SELECT STRAIGHT_JOIN i.indicator_id, :feed, r.first_year, s.identity_hash, NULLIF(r.last_year, r.first_year), s.indicator_number, s.frequency,
               s.definition, s.indicator_code, s.indicator_name, s.level, u.unit_id, :delivery, r.first_line
        FROM %s r
        JOIN %s s ON s.kind = r.kind AND s.statement_no = r.statement_no
        JOIN %s identity ON identity.identity_hash = s.identity_hash
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = identity.indicator_key
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        """
        .formatted(
            keyed,
            VersionedTable.INDICATOR_NAME.columnList(),
            tables.indicatorNames(),
            stated(),
            tables.identities());
  }

  /**
   * The keys of what staged values say in common, once all of it is known. Most were found when the
   * delivery was classified, and members keep their keys; only an objective may have been new.
   */
  void findKeys() {
    go.then("DELETE FROM " + tables.statementKeys(FactKind.INDICATOR) + " WHERE objective_id = 0")
        .then(IndicatorKeys.layOutKeys(tables));
  }

  void publishScores() {
    run(
        tables.facts(FactKind.SCORE),
        """
        INSERT INTO dim_score_dimension (model_code, dimension_code, model, dimension)
        SELECT s.model_code, s.dimension_code, MIN(s.model), MIN(s.dimension)
        FROM %s s LEFT JOIN dim_score_dimension d USING (model_code, dimension_code)
        WHERE d.score_dimension_id IS NULL
        GROUP BY s.model_code, s.dimension_code
        """);
  }

  private String stated() {
    return StatedIndicators.from(tables, kinds);
  }

  private void run(String facts, String statement) {
    go.then(statement.formatted(facts));
  }
}
