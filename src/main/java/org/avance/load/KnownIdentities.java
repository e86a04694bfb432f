package org.avance.load;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles the statements that can only be of the indicator which the warehouse knows them as,
 * without reading them: most of what is delivered once more.
 *
 * <p>A code that one indicator of its programme bears alone is that indicator's, whatever else is
 * stated. Where none of them bears a code, programme, level, name and unit tell, which is what an
 * identity is made of then. All statements of a programme are settled so, or none: what is new is
 * told from all that is stated beside it.
 */
final class KnownIdentities {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final Set<FactKind> kinds;

  KnownIdentities(JdbcClient sql, StagingTables tables, Delivery delivery, Set<FactKind> kinds) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.kinds = kinds;
  }

  /** The warehouse's indicators of the feed, and whose they are. */
  static final String KNOWN =
      """
      dim_feed f
      STRAIGHT_JOIN dim_indicator i ON i.feed_id = f.feed_id AND f.feed = :feed
      STRAIGHT_JOIN dim_agency a ON a.agency_id = i.agency_id
      STRAIGHT_JOIN dim_programme p ON p.programme_id = i.programme_id\
      """;

  static final String KNOWN_OWNER =
      "COALESCE(NULLIF(p.code_system, ''), a.code_system), COALESCE(NULLIF(p.agency_code, ''), a.agency_code), p.programme_code";

  /**
   * Settles them; of the programmes that are left some may be settled as well: that is to be
   * forgotten first, and is already where all are left.
   *
   * @param written all programmes
   * @return those that are to be read
   */
  List<WrittenProgramme> settle(List<WrittenProgramme> written) {
    if (!settleKnown()) {
      return written;
    }
    Set<String> doubted = inDoubt();
    Set<String> known = new HashSet<>();
    written.stream()
        .filter(programme -> programme.isKnown() && !known.add(programme.label()))
        .forEach(writtenTwice -> doubted.add(writtenTwice.label()));
    List<WrittenProgramme> left =
        written.stream().filter(programme -> doubted.contains(programme.label())).toList();
    if (left.equals(written)) {
      sql.sql("DELETE FROM " + tables.identities()).update();
    }
    return left;
  }

  /** By their identities; true where there is any. */
  private boolean settleKnown() {
    return StatedIndicators.of(kinds)
            .mapToInt(
                kind ->
                    sql.sql(
                            """
                            INSERT IGNORE INTO %s (identity_hash, indicator_key)
                            SELECT n.identity_hash, i.indicator_key
                            FROM %s
                            STRAIGHT_JOIN dim_indicator_name n ON n.indicator_id = i.indicator_id
                            STRAIGHT_JOIN %s t ON t.identity_hash = n.identity_hash
                            WHERE BINARY CONCAT_WS(CHAR(31), t.owner_system, t.owner_agency, t.owner_programme) = BINARY CONCAT_WS(CHAR(31), %s)
                            """
                                .formatted(
                                    tables.identities(),
                                    KNOWN,
                                    tables.statements(kind),
                                    KNOWN_OWNER))
                        .param("feed", delivery.feed())
                        .update())
            .sum()
        > 0;
  }

  /** Labels of programmes, some statement of which may be of another indicator. */
  private Set<String> inDoubt() {
    String doubts =
        StatedIndicators.of(kinds)
            .map(kind -> STATED_IN_DOUBT.formatted(tables.statements(kind), tables.identities()))
            .collect(Collectors.joining("\nUNION ALL\n", "", "\nUNION ALL\n" + KNOWN_IN_DOUBT));
    return sql
        .sql(doubts)
        .params(Map.of("feed", delivery.feed()))
        .query(WrittenProgramme::of)
        .stream()
        .map(WrittenProgramme::label)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What the warehouse does not know of this programme, as it is written here. */
  private static final String STATED_IN_DOUBT =
      """
      SELECT t.owner_system, t.owner_agency, t.owner_programme, COUNT(*), FALSE
      FROM %s t LEFT JOIN %s settled ON settled.identity_hash = t.identity_hash
      WHERE settled.identity_hash IS NULL
      GROUP BY BINARY t.owner_system, BINARY t.owner_agency, BINARY t.owner_programme\
      """;

  /** What tells an indicator from others; two that look alike here are looked at more closely. */
  private static final String MARK =
      "IF(LENGTH(n.code) = 0, CRC32(n.identity_hash), CRC32(LOWER(n.code)))";

  /**
   * Two indicators bear the same code; or a code is printed in other than plain letters, so that
   * the database can't tell whether it is another's; or some bear codes and others none, or one has
   * no name either.
   */
  private static final String KNOWN_IN_DOUBT =
      """
      SELECT %s, COUNT(*), TRUE
      FROM %s
      STRAIGHT_JOIN dim_indicator_name n ON n.indicator_id = i.indicator_id
      GROUP BY i.agency_id, i.programme_id
      HAVING COUNT(DISTINCT i.indicator_id, %3$s) <> COUNT(DISTINCT %3$s)
          OR MAX(BINARY n.code REGEXP '[^!-~]') OR MIN(LENGTH(n.code) = 0) <> MAX(LENGTH(n.code) = 0)
          OR MAX(LENGTH(n.code) = 0 AND BINARY n.name NOT REGEXP '[0-9A-Za-z]')
      """
          .formatted(KNOWN_OWNER, KNOWN, MARK);
}
