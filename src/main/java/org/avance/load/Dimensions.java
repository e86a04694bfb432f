package org.avance.load;

import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the members that a delivery names known to the dimensions, and their names by year.
 * Compared first: no idle versions.
 */
final class Dimensions {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;

  Dimensions(JdbcClient sql, StagingTables tables, Delivery delivery, int feedId) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
  }

  void publish(FactKind kind) {
    agencies(kind);
    programmes(kind);
    places(kind);
    switch (kind) {
      case COVERAGE -> {
        units(kind);
        components(kind);
      }
      case BUDGET -> {
        fundingSources(kind);
        priceBases(kind);
      }
    }
    latestNames("agency");
    latestNames("programme");
  }

  private void agencies(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_agency (code_system, agency_code, kind, name)
        SELECT s.code_system, s.agency_code, IF(s.code_system = 'PEF', 'RAMO', 'UNKNOWN'), ''
        FROM %s s
        LEFT JOIN dim_agency a USING (code_system, agency_code)
        WHERE a.agency_id IS NULL AND s.agency_code <> ''
        GROUP BY s.code_system, s.agency_code
        """);
    names(
        kind,
        "dim_agency_name",
        "agency_id",
        "agency_name",
        "JOIN dim_agency m ON m.code_system = s.code_system AND m.agency_code = s.agency_code AND s.agency_code <> ''");
  }

  private void programmes(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_programme (code_system, agency_code, programme_code, agency_id, ramo, modality, programme_number, name)
        SELECT s.code_system, s.agency_code, s.programme_code, COALESCE(a.agency_id, 0),
               IF(s.code_system = 'PEF' AND s.agency_code REGEXP '^[0-9]{1,2}$', CAST(s.agency_code AS UNSIGNED), NULL),
               IF(s.programme_code REGEXP '^[A-Z][0-9]{1,3}$', LEFT(s.programme_code, 1), NULL),
               IF(s.programme_code REGEXP '^[A-Z][0-9]{1,3}$', CAST(SUBSTR(s.programme_code, 2) AS UNSIGNED), NULL),
               ''
        FROM %s s
        LEFT JOIN dim_agency a ON a.code_system = s.code_system AND a.agency_code = s.agency_code AND s.agency_code <> ''
        LEFT JOIN dim_programme p
          ON p.code_system = s.code_system AND p.agency_code = s.agency_code AND p.programme_code = s.programme_code
        WHERE p.programme_id IS NULL AND s.programme_code <> ''
        GROUP BY s.code_system, s.agency_code, s.programme_code
        """);
    names(
        kind,
        "dim_programme_name",
        "programme_id",
        "programme_name",
        """
        JOIN dim_programme m ON m.code_system = s.code_system AND m.agency_code = s.agency_code
          AND m.programme_code = s.programme_code AND s.programme_code <> ''
        """);
  }

  /**
   * Names by year: those stated come in, those that the delivery's scope no longer states are
   * ended.
   */
  private void names(FactKind kind, String table, String id, String column, String join) {
    String stated =
        """
        SELECT m.%1$s AS member_id, s.year_key, s.%2$s_hash AS name_hash, MIN(s.%2$s) AS name, MIN(s.first_line) AS line
        FROM %3$s s %4$s
        WHERE s.%2$s <> ''
        GROUP BY m.%1$s, s.year_key, s.%2$s_hash
        """
            .formatted(id, column, tables.facts(kind), join);
    sql.sql(
            """
            INSERT INTO %1$s (%2$s, feed_id, year_key, name_hash, name, delivery_id, line)
            SELECT stated.member_id, :feed, stated.year_key, stated.name_hash, stated.name, :delivery, stated.line
            FROM (%3$s) stated
            LEFT JOIN %1$s n ON n.%2$s = stated.member_id AND n.feed_id = :feed AND n.year_key = stated.year_key
              AND n.name_hash = stated.name_hash
            WHERE n.feed_id IS NULL
            """
                .formatted(table, id, stated))
        .param("feed", feedId)
        .param("delivery", delivery.id())
        .update();
    endNames(
        table,
        stated,
        "n.%s = stated.member_id AND n.year_key = stated.year_key AND n.name_hash = stated.name_hash"
            .formatted(id));
  }

  private void endNames(String table, String stated, String sameMember) {
    if (delivery.scope().isEmpty()) {
      return;
    }
    sql.sql(
            """
            DELETE n FROM %s n
            JOIN delivery d ON d.delivery_id = n.delivery_id
            LEFT JOIN (%s) stated ON %s
            WHERE n.feed_id = :feed AND d.scope = :scope AND stated.year_key IS NULL
            """
                .formatted(table, stated, sameMember))
        .param("feed", feedId)
        .param("scope", delivery.scope())
        .update();
  }

  /** A member bears the name of the latest year; of several in that year the first printed. */
  private void latestNames(String member) {
    sql.sql(
            """
            UPDATE dim_%1$s m
            JOIN (SELECT %1$s_id, name,
                         ROW_NUMBER() OVER (PARTITION BY %1$s_id ORDER BY year_key DESC, feed_id, line) AS place
                  FROM dim_%1$s_name) latest
              ON latest.%1$s_id = m.%1$s_id AND latest.place = 1
            SET m.name = latest.name
            WHERE NOT (BINARY m.name <=> BINARY latest.name)
            """
                .formatted(member))
        .update();
  }

  /** A municipality that the catalogue lacks comes in without a name. */
  private void places(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_geography (geography_code, level, state_code, municipality_code, name_es, name_en, parent_id)
        SELECT s.geography_code, s.geography_level, LEFT(s.geography_code, 2), SUBSTR(s.geography_code, 3, 3), '', '',
               COALESCE(state.geography_id, 0)
        FROM %s s
        LEFT JOIN dim_geography g ON g.geography_code = s.geography_code
        LEFT JOIN dim_geography state ON state.geography_code = LEFT(s.geography_code, 2)
        WHERE g.geography_id IS NULL
        GROUP BY s.geography_code
        """);
  }

  private void units(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_unit_of_measure (unit_code, label)
        SELECT s.unit_code, MIN(s.unit_label)
        FROM %s s LEFT JOIN dim_unit_of_measure u USING (unit_code)
        WHERE u.unit_id IS NULL
        GROUP BY s.unit_code
        """);
  }

  private void components(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_component (programme_id, unit_id, component_code, ordinal, name)
        SELECT COALESCE(p.programme_id, 0), u.unit_id, s.component_code, s.ordinal, MIN(s.component_name)
        FROM %s s
        LEFT JOIN dim_programme p ON p.code_system = s.code_system AND p.agency_code = s.agency_code
          AND p.programme_code = s.programme_code AND s.programme_code <> ''
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        LEFT JOIN dim_component c ON c.programme_id = COALESCE(p.programme_id, 0) AND c.unit_id = u.unit_id
          AND c.component_code = s.component_code AND c.ordinal = s.ordinal
        WHERE c.component_id IS NULL AND NOT (s.is_whole = 1 AND s.is_ambiguous = 0)
        GROUP BY COALESCE(p.programme_id, 0), u.unit_id, s.component_code, s.ordinal
        """);
    definitions(kind);
  }

  private void definitions(FactKind kind) {
    String stated =
        """
        SELECT c.component_id, s.year_key, s.definition_hash, MIN(s.definition) AS definition,
               MIN(s.population_type) AS population_type, MIN(s.first_line) AS line
        FROM %s s
        LEFT JOIN dim_programme p ON p.code_system = s.code_system AND p.agency_code = s.agency_code
          AND p.programme_code = s.programme_code AND s.programme_code <> ''
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        JOIN dim_component c ON c.programme_id = COALESCE(p.programme_id, 0) AND c.unit_id = u.unit_id
          AND c.component_code = s.component_code AND c.ordinal = s.ordinal
        WHERE (s.definition <> '' OR s.population_type <> '') AND NOT (s.is_whole = 1 AND s.is_ambiguous = 0)
        GROUP BY c.component_id, s.year_key, s.definition_hash
        """
            .formatted(tables.facts(kind));
    sql.sql(
            """
            INSERT INTO dim_component_definition
              (component_id, feed_id, year_key, definition_hash, definition, population_type, delivery_id, line)
            SELECT stated.component_id, :feed, stated.year_key, stated.definition_hash, stated.definition,
                   stated.population_type, :delivery, stated.line
            FROM (%s) stated
            LEFT JOIN dim_component_definition n ON n.component_id = stated.component_id AND n.feed_id = :feed
              AND n.year_key = stated.year_key AND n.definition_hash = stated.definition_hash
            WHERE n.feed_id IS NULL
            """
                .formatted(stated))
        .param("feed", feedId)
        .param("delivery", delivery.id())
        .update();
    endNames(
        "dim_component_definition",
        stated,
        "n.component_id = stated.component_id AND n.year_key = stated.year_key AND n.definition_hash = stated.definition_hash");
  }

  private void fundingSources(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_funding_source (source_code, label)
        SELECT s.source_code, MIN(s.source_label)
        FROM %s s LEFT JOIN dim_funding_source d USING (source_code)
        WHERE d.funding_source_id IS NULL
        GROUP BY s.source_code
        """);
  }

  private void priceBases(FactKind kind) {
    run(
        kind,
        """
        INSERT INTO dim_price_basis (price_basis_key, kind, base_year, label_es, label_en)
        SELECT s.price_basis_key, 'CONSTANT', s.price_basis_key, CONCAT('Precios constantes de ', s.price_basis_key),
               CONCAT('Constant prices of ', s.price_basis_key)
        FROM %s s LEFT JOIN dim_price_basis b USING (price_basis_key)
        WHERE b.price_basis_key IS NULL
        GROUP BY s.price_basis_key
        """);
  }

  private void run(FactKind kind, String statement) {
    sql.sql(statement.formatted(tables.facts(kind))).update();
  }
}
