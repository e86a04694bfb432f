package org.avance.load;

import java.util.List;
import org.avance.model.Delivery;
import org.avance.model.FactKind;

/**
 * Names of agencies and programmes and definitions of components, by year: those that a delivery
 * states come in, those that its scope no longer holds are ended, and the members bear their latest
 * ones.
 */
final class Names {
  private final InOneGo go;
  private final StagingTables tables;
  private final Delivery delivery;

  Names(InOneGo go, StagingTables tables, Delivery delivery) {
    this.go = go;
    this.tables = tables;
    this.delivery = delivery;
  }

  /** The tables that names are laid out in, each with its key. */
  static List<VersionedTable> layouts() {
    return List.of(
        VersionedTable.AGENCY_NAME,
        VersionedTable.PROGRAMME_NAME,
        VersionedTable.COMPONENT_DEFINITION);
  }

  /** Agencies' and programmes' names. */
  void publish() {
    layOut();
    settle(VersionedTable.AGENCY_NAME);
    settle(VersionedTable.PROGRAMME_NAME);
    go.then(latest("agency", tables.keyed(VersionedTable.AGENCY_NAME)));
    go.then(latest("programme", tables.keyed(VersionedTable.PROGRAMME_NAME)));
  }

  /** Lays agencies' and programmes' names out, and merges them into nothing. */
  void layOut() {
    layOut(
        VersionedTable.AGENCY_NAME,
        """
        SELECT STRAIGHT_JOIN m.agency_id, :feed, s.year_key, s.agency_name_hash, MIN(s.agency_name), :delivery, MIN(s.first_line)
        FROM %s s
        JOIN dim_agency m ON m.code_system = s.code_system AND m.agency_code = s.agency_code
        WHERE s.agency_name <> '' AND s.agency_code <> ''
        GROUP BY m.agency_id, s.year_key, s.agency_name_hash
        """
            .formatted(tables.programmes()));
    layOut(
        VersionedTable.PROGRAMME_NAME,
        """
        SELECT STRAIGHT_JOIN m.programme_id, :feed, s.year_key, s.programme_name_hash, MIN(s.programme_name), :delivery, MIN(s.first_line)
        FROM %s s
        JOIN dim_programme m ON m.code_system = s.code_system AND m.agency_code = s.agency_code
          AND m.programme_code = s.programme_code
        WHERE s.programme_name <> '' AND s.programme_code <> ''
        GROUP BY m.programme_id, s.year_key, s.programme_name_hash
        """
            .formatted(tables.programmes()));
  }

  /** Components' definitions. */
  void publishDefinitions() {
    layOutDefinitions();
    settle(VersionedTable.COMPONENT_DEFINITION);
  }

  /** Lays components' definitions out, and merges them into nothing. */
  void layOutDefinitions() {
    layOut(
        VersionedTable.COMPONENT_DEFINITION,
        """
        SELECT STRAIGHT_JOIN c.component_id, :feed, s.year_key, s.definition_hash, MIN(s.definition), MIN(s.population_type), :delivery,
               MIN(s.first_line)
        FROM %s s
        LEFT JOIN dim_programme p ON p.code_system = s.code_system AND p.agency_code = s.agency_code
          AND p.programme_code = s.programme_code AND s.programme_code <> ''
        JOIN dim_unit_of_measure u ON u.unit_code = s.unit_code
        JOIN dim_component c FORCE INDEX (component_natural) ON c.programme_id = COALESCE(p.programme_id, 0) AND c.unit_id = u.unit_id
          AND c.component_code = s.component_code AND c.ordinal = s.ordinal
        WHERE (s.definition <> '' OR s.population_type <> '') AND NOT (s.is_whole = 1 AND s.is_ambiguous = 0)
        GROUP BY c.component_id, s.year_key, s.definition_hash
        """
            .formatted(tables.stated(FactKind.COVERAGE)));
  }

  private void layOut(VersionedTable table, String select) {
    String keyed = tables.keyed(table);
    go.then("DELETE FROM " + keyed)
        .then(
            "INSERT INTO %s (%s, feed_id, year_key, %s)\n%s"
                .formatted(keyed, table.key().get(0), rest(table), select));
  }

  private void settle(VersionedTable table) {
    new Merge(go.sql(), table, tables.keyed(table)).in(go, delivery);
  }

  private static String rest(VersionedTable table) {
    return table.key().get(3) + ", " + String.join(", ", table.lineage());
  }

  /**
   * A member bears the name of its latest year; of several in that year the first printed.
   *
   * @param members table with the keys of those that are looked at
   */
  static String latest(String member, String members) {
    return """
            UPDATE dim_%1$s m
            JOIN (SELECT n.%1$s_id, n.name,
                         ROW_NUMBER() OVER (PARTITION BY n.%1$s_id ORDER BY n.year_key DESC, n.feed_id, n.line) AS place
                  FROM dim_%1$s_name n
                  WHERE n.%1$s_id IN (SELECT k.%1$s_id FROM %2$s k)) latest
              ON latest.%1$s_id = m.%1$s_id AND latest.place = 1
            SET m.name = latest.name
            WHERE NOT (BINARY m.name <=> BINARY latest.name)
            """
        .formatted(member, members);
  }
}
