package org.avance.load;

import java.util.Set;
import java.util.function.Consumer;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the members that a delivery names known to the dimensions, and their names by year.
 * Compared first: no idle versions.
 */
final class Dimensions {
  private final InOneGo go;
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;
  private final Set<FactKind> kinds;

  Dimensions(
      JdbcClient sql, StagingTables tables, Delivery delivery, int feedId, Set<FactKind> kinds) {
    this.go =
        new InOneGo(sql)
            .param("feed", feedId)
            .param("delivery", delivery.id())
            .param("scope", delivery.scope());
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
    this.kinds = kinds;
  }

  void publish() {
    Names names = new Names(go, tables, delivery);
    publish(names::publish, names::publishDefinitions, IndicatorDimensions::publishNames);
  }

  /** Makes members known; what they are called is laid out, and merged into nothing. */
  void publishMembers() {
    Names names = new Names(go, tables, delivery);
    publish(names::layOut, names::layOutDefinitions, IndicatorDimensions::layOutNames);
  }

  private void publish(
      Runnable names, Runnable definitions, Consumer<IndicatorDimensions> indicatorNames) {
    agencies();
    programmes();
    places();
    layOutProgrammeKeys(go, tables);
    names.run();
    units();
    if (kinds.contains(FactKind.COVERAGE)) {
      components();
      definitions.run();
    }
    if (kinds.contains(FactKind.BUDGET)) {
      fundingSources();
      priceBases();
    }
    IndicatorDimensions indicators = new IndicatorDimensions(go, tables, delivery, feedId, kinds);
    if (kinds.contains(FactKind.INDICATOR)) {
      indicators.publishSeries();
    }
    if (StatedIndicators.in(kinds)) {
      indicators.publishIndicators();
      indicatorNames.accept(indicators);
    }
    if (kinds.contains(FactKind.INDICATOR)) {
      indicators.findKeys();
    }
    if (kinds.contains(FactKind.SCORE)) {
      indicators.publishScores();
    }
    go.send();
  }

  private void agencies() {
    run(
        tables.programmes(),
        """
        INSERT INTO dim_agency (code_system, agency_code, kind, name)
        SELECT s.code_system, s.agency_code, IF(s.code_system = 'PEF', 'RAMO', 'UNKNOWN'), ''
        FROM %s s
        LEFT JOIN dim_agency a USING (code_system, agency_code)
        WHERE a.agency_id IS NULL AND s.agency_code <> ''
        GROUP BY s.code_system, s.agency_code
        """);
  }

  private void programmes() {
    run(
        tables.programmes(),
        """
        INSERT INTO dim_programme (code_system, agency_code, programme_code, agency_id, ramo, modality, programme_number, name)
        SELECT s.code_system, s.agency_code, MIN(s.programme_code COLLATE utf8mb4_bin), COALESCE(a.agency_id, 0),
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
  }

  static String createProgrammeKeys(String table) {
    return "CREATE TABLE %s (programme_no INT UNSIGNED NOT NULL PRIMARY KEY, agency_id INT UNSIGNED NOT NULL, programme_id INT UNSIGNED NOT NULL)"
        .formatted(table);
  }

  /** Found once for each programme, not for each fact. */
  static void layOutProgrammeKeys(InOneGo go, StagingTables tables) {
    go.then("DELETE FROM " + tables.programmeKeys())
        .then(
            """
            INSERT INTO %s (programme_no, agency_id, programme_id)
            SELECT s.programme_no, COALESCE(a.agency_id, 0), COALESCE(p.programme_id, 0)
            FROM %s s
            LEFT JOIN dim_agency a ON a.code_system = s.code_system AND a.agency_code = s.agency_code AND s.agency_code <> ''
            LEFT JOIN dim_programme p ON p.code_system = s.code_system AND p.agency_code = s.agency_code
              AND p.programme_code = s.programme_code AND s.programme_code <> ''
            """
                .formatted(tables.programmeKeys(), tables.programmes()));
  }

  /** A municipality that the catalogue lacks comes in without a name. */
  private void places() {
    for (FactKind kind : kinds) {
      run(
          tables.facts(kind),
          """
          INSERT INTO dim_geography (geography_code, level, state_code, municipality_code, name_es, name_en, parent_id)
          SELECT s.geography_code, s.geography_level, LEFT(s.geography_code, 2), SUBSTR(s.geography_code, 3, 3), '', '',
                 COALESCE(state.geography_id, 0)
          FROM (SELECT geography_code, MIN(geography_level) AS geography_level FROM %s GROUP BY geography_code) s
          LEFT JOIN dim_geography g ON g.geography_code = s.geography_code
          LEFT JOIN dim_geography state ON state.geography_code = LEFT(s.geography_code, 2)
          WHERE g.geography_id IS NULL
          """);
    }
  }

  /** Of the kinds of fact that have a unit. */
  private void units() {
    if (kinds.contains(FactKind.COVERAGE)) {
      units(tables.facts(FactKind.COVERAGE));
    }
    if (kinds.contains(FactKind.INDICATOR)) {
      units(tables.statements(FactKind.INDICATOR));
    }
  }

  private void units(String staged) {
    run(
        staged,
        """
        INSERT INTO dim_unit_of_measure (unit_code, label)
        SELECT s.unit_code, s.unit_label
        FROM (SELECT unit_code, MIN(unit_label) AS unit_label FROM %s GROUP BY unit_code) s
        LEFT JOIN dim_unit_of_measure u USING (unit_code)
        WHERE u.unit_id IS NULL
        """);
  }

  private void components() {
    run(
        tables.stated(FactKind.COVERAGE),
        """
        INSERT INTO dim_component (programme_id, unit_id, component_code, ordinal, name)
        SELECT STRAIGHT_JOIN COALESCE(p.programme_id, 0), u.unit_id, s.component_code, s.ordinal, MIN(s.component_name)
        FROM %s s
        LEFT JOIN dim_programme p ON p.code_system = s.code_system AND p.agency_code = s.agency_code
          AND p.programme_code = s.programme_code AND s.programme_code <> ''
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        LEFT JOIN dim_component c FORCE INDEX (component_natural) ON c.programme_id = COALESCE(p.programme_id, 0) AND c.unit_id = u.unit_id
          AND c.component_code = s.component_code AND c.ordinal = s.ordinal
        WHERE c.component_id IS NULL AND NOT (s.is_whole = 1 AND s.is_ambiguous = 0)
        GROUP BY COALESCE(p.programme_id, 0), u.unit_id, s.component_code, s.ordinal
        """);
  }

  private void fundingSources() {
    run(
        tables.facts(FactKind.BUDGET),
        """
        INSERT INTO dim_funding_source (source_code, label)
        SELECT s.source_code, MIN(s.source_label)
        FROM %s s LEFT JOIN dim_funding_source d USING (source_code)
        WHERE d.funding_source_id IS NULL
        GROUP BY s.source_code
        """);
  }

  private void priceBases() {
    run(
        tables.facts(FactKind.BUDGET),
        """
        INSERT INTO dim_price_basis (price_basis_key, kind, base_year, label_es, label_en)
        SELECT s.price_basis_key, 'CONSTANT', s.price_basis_key, CONCAT('Precios constantes de ', s.price_basis_key),
               CONCAT('Constant prices of ', s.price_basis_key)
        FROM %s s LEFT JOIN dim_price_basis b USING (price_basis_key)
        WHERE b.price_basis_key IS NULL
        GROUP BY s.price_basis_key
        """);
  }

  private void run(String facts, String statement) {
    go.then(statement.formatted(facts));
  }
}
