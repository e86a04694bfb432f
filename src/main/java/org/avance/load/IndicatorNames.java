package org.avance.load;

import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays out what a delivery calls its indicators, by years that follow one another. */
final class IndicatorNames {
  private static final List<String> COLUMNS =
      List.of("identity_hash", "kind", "statement_no", "first_year", "last_year", "first_line");

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Set<FactKind> kinds;
  private final int atOnce;

  /**
   * @param atOnce how many statements memory holds
   */
  IndicatorNames(DataSource dataSource, StagingTables tables, Set<FactKind> kinds, int atOnce) {
    this.sql = ParsedOnce.on(dataSource);
    this.bulk = new BulkLoad(dataSource);
    this.tables = tables;
    this.kinds = kinds;
    this.atOnce = atOnce;
  }

  /**
   * What is said once of an identity stands as it is; where more is said, the years tell which of
   * it stands when, in parts that memory holds.
   */
  void layOut() {
    sql.sql("DELETE FROM " + tables.indicatorNames()).update();
    String stated = StatedIndicators.from(tables, kinds);
    int once =
        sql.sql(
                """
                INSERT INTO %s (identity_hash, kind, statement_no, first_year, last_year, first_line)
                SELECT identity_hash, MIN(kind), MIN(statement_no), MIN(first_year), MAX(last_year), MIN(first_line)
                FROM %s stated GROUP BY identity_hash HAVING COUNT(*) = 1
                """
                    .formatted(tables.indicatorNames(), stated))
            .update();
    long more =
        sql.sql("SELECT COUNT(*) FROM %s stated".formatted(stated)).query(Long.class).single()
            - once;
    long parts = more == 0 ? 0 : more / atOnce + 1;
    for (long part = 0; part < parts; part++) {
      layOut(hash(part, parts), hash(part + 1, parts));
    }
  }

  /** Where a part of all hashes begins: four digits of them. */
  private static String hash(long part, long parts) {
    return part == parts ? "g" : "%04x".formatted(0x10000 * part / parts);
  }

  /** Those of the identities from one hash up to another of which more is said than once. */
  private void layOut(String from, String to) {
    String stated = StatedIndicators.from(tables, kinds);
    List<NameRuns.Span> spans =
        sql.sql(
                """
                SELECT identity_hash, kind, statement_no, MD5(CONCAT_WS(CHAR(31), indicator_number, frequency, definition)) AS text,
                       first_year, last_year, first_line
                FROM (SELECT identity_hash FROM %1$s stated WHERE identity_hash >= :from AND identity_hash < :to
                      GROUP BY identity_hash HAVING COUNT(*) > 1) more
                JOIN %1$s stated USING (identity_hash)
                ORDER BY identity_hash
                """
                    .formatted(stated))
            .param("from", from)
            .param("to", to)
            .query(NameRuns::span)
            .list();
    BulkRows rows = new BulkRows();
    for (NameRuns.Run run : NameRuns.of(spans)) {
      rows.add(
          run.said().identity(),
          run.said().kind(),
          run.said().statement(),
          run.firstYear(),
          run.lastYear(),
          run.line());
    }
    bulk.load(tables.indicatorNames(), COLUMNS, rows);
  }

  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          identity_hash CHAR(32) CHARACTER SET ascii NOT NULL, kind VARCHAR(20) CHARACTER SET ascii NOT NULL, statement_no INT UNSIGNED NOT NULL,
          first_year SMALLINT UNSIGNED NOT NULL, last_year SMALLINT UNSIGNED NOT NULL, first_line BIGINT UNSIGNED NOT NULL,
          PRIMARY KEY (kind, statement_no, first_year)
        )
        """
        .formatted(table);
  }
}
