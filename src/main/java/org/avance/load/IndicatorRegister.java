package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.avance.issue.IssueCode;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.IndicatorStatement;
import org.avance.model.KnownIndicator;
import org.avance.model.Label;
import org.avance.model.SettledIndicators;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a delivery and the warehouse say of a feed's indicators, and which indicator each statement
 * was settled to be of.
 */
public final class IndicatorRegister {
  private final DataSource dataSource;
  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Delivery delivery;
  private final Set<FactKind> kinds;

  /**
   * @param schema the staging schema
   * @param kinds what the feed yields; some of it is about indicators
   */
  public IndicatorRegister(
      DataSource dataSource, String schema, Delivery delivery, Set<FactKind> kinds) {
    this.dataSource = dataSource;
    this.sql = ParsedOnce.on(dataSource);
    this.bulk = new BulkLoad(dataSource);
    this.tables = new StagingTables(schema, delivery.feed());
    this.delivery = delivery;
    this.kinds = Set.copyOf(kinds);
  }

  /** Whether facts of these kinds are about indicators. */
  public static boolean isNeededFor(Set<FactKind> kinds) {
    return StatedIndicators.in(kinds);
  }

  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          identity_hash CHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY,
          indicator_key CHAR(32) CHARACTER SET ascii NOT NULL
        )
        """
        .formatted(table);
  }

  /** Says which indicators some statements are of, given what the warehouse holds. */
  public interface Rule {
    /**
     * Settles them.
     *
     * @param known what the warehouse says of the programmes that are stated
     * @param stated all that the delivery says of these programmes
     */
    SettledIndicators settle(List<KnownIndicator> known, List<IndicatorStatement> stated);
  }

  /** What is held in memory at once: some 170 MB, since each statement comes with its years. */
  private static final int AT_ONCE = 120_000;

  /**
   * From how many facts on a second connection, and what spares reading statements, pays. Settling
   * again must come to the same choice: names are never laid out on two connections.
   */
  private static final int MANY = 1_000;

  /**
   * Settles which indicator each statement is of, instead of what was settled before: programme by
   * programme, since nothing else of a programme tells.
   */
  public void settle(Rule rule) {
    StatedIndicators.of(kinds).forEach(this::layOutSpans);
    sql.sql("DELETE FROM " + tables.identities()).update();
    sql.sql("DELETE FROM issue WHERE delivery_id = :id AND code = :code")
        .param("id", delivery.id())
        .param("code", IssueCode.INDICATOR_MAYBE_RENAMED.name())
        .update();
    List<WrittenProgramme> written =
        sql.sql(owners()).param("feed", delivery.feed()).query(WrittenProgramme::of).list();
    if (delivery.counts().factsStaged() < MANY) {
      settle(rule, written, written);
      names(dataSource).layOut();
      return;
    }
    try (SecondConnection beside = new SecondConnection(dataSource)) {
      Future<?> named = beside.begin(connection -> names(beside.source()).layOut());
      settle(rule, written, new KnownIdentities(sql, tables, delivery, kinds).settle(written));
      SecondConnection.await(named);
      beside.commit();
    }
  }

  private IndicatorNames names(DataSource connection) {
    return new IndicatorNames(connection, tables, kinds, AT_ONCE);
  }

  /** Settles what is left of all that is written. */
  private void settle(Rule rule, List<WrittenProgramme> all, List<WrittenProgramme> left) {
    ProgrammeBatches programmes = new ProgrammeBatches(sql, bulk, AT_ONCE);
    if (left.equals(all) && programmes.areOne(all)) {
      keep(rule.settle(known(""), stated(StatedIndicators.from(tables, kinds))));
    } else if (!left.isEmpty()) {
      int batches = programmes.cut(left);
      deal(programmes);
      StatedIndicators.of(kinds).forEach(this::forgetDealt);
      for (int batch = 0; batch < batches; batch++) {
        keep(rule.settle(known(knownOf(batch)), stated(statedOf(batch))));
      }
    }
  }

  private void forgetDealt(FactKind kind) {
    sql.sql(
            """
            DELETE settled FROM %s m
            STRAIGHT_JOIN %s t ON t.statement_no = m.member
            STRAIGHT_JOIN %s settled ON settled.identity_hash = t.identity_hash
            """
                .formatted(statedInBatch(kind), tables.statements(kind), tables.identities()))
        .update();
  }

  /** Tells which statements, and which indicators of the warehouse, are in which batch. */
  private void deal(ProgrammeBatches programmes) {
    StatedIndicators.of(kinds)
        .forEach(
            kind ->
                programmes.deal(
                    statedInBatch(kind),
                    "SELECT owner_system, owner_agency, owner_programme, statement_no AS member FROM "
                        + tables.statements(kind),
                    Map.of()));
    programmes.deal(
        KNOWN_IN_BATCH,
        """
        SELECT COALESCE(NULLIF(p.code_system, ''), a.code_system) AS owner_system,
               COALESCE(NULLIF(p.agency_code, ''), a.agency_code) AS owner_agency,
               p.programme_code AS owner_programme, i.indicator_id AS member
        FROM dim_indicator i
        JOIN dim_feed f ON f.feed_id = i.feed_id AND f.feed = :feed
        JOIN dim_agency a ON a.agency_id = i.agency_id
        JOIN dim_programme p ON p.programme_id = i.programme_id
        """,
        Map.of("feed", delivery.feed()));
  }

  private static final String KNOWN_IN_BATCH = "indicator_in_batch";

  private static String statedInBatch(FactKind kind) {
    return "%s_stated_in_batch".formatted(kind);
  }

  private static String knownOf(int batch) {
    return "JOIN %s m ON m.member = i.indicator_id AND m.batch = %d"
        .formatted(KNOWN_IN_BATCH, batch);
  }

  private String statedOf(int batch) {
    return StatedIndicators.from(
        tables,
        kinds,
        kind ->
            "%s m STRAIGHT_JOIN %s t ON t.statement_no = m.member AND m.batch = %d"
                .formatted(statedInBatch(kind), tables.statements(kind), batch));
  }

  /** Whose indicators are stated or known; each spelling by itself. */
  private String owners() {
    String stated =
        StatedIndicators.of(kinds)
            .map(
                kind ->
                    "SELECT owner_system, owner_agency, owner_programme, COUNT(*), FALSE AS is_known FROM %s GROUP BY BINARY owner_system, BINARY owner_agency, BINARY owner_programme"
                        .formatted(tables.statements(kind)))
            .collect(Collectors.joining("\nUNION ALL\n"));
    return """
        %s
        UNION ALL
        SELECT %s, COUNT(*), TRUE
        FROM %s
        GROUP BY i.agency_id, i.programme_id
        """
        .formatted(stated, KnownIdentities.KNOWN_OWNER, KnownIdentities.KNOWN);
  }

  /**
   * What the delivery's staged facts say.
   *
   * @param statements where it stands, as {@link StatedIndicators} has it
   */
  private List<IndicatorStatement> stated(String statements) {
    return sql.sql(
            """
            SELECT identity_hash, owner_system AS code_system, owner_agency AS agency_code, owner_programme AS programme_code,
                   MIN(indicator_code) AS code, MAX(previous_code) AS previous_code, MIN(level) AS level,
                   MIN(indicator_name) AS name, MIN(unit_code) AS unit,
                   GROUP_CONCAT(DISTINCT CONCAT(first_year, '-', last_year)) AS years
            FROM %s stated
            GROUP BY identity_hash
            """
                .formatted(statements))
        .query(IndicatorRegister::statement)
        .list();
  }

  private void layOutSpans(FactKind kind) {
    sql.sql("DELETE FROM " + tables.spans(kind)).update();
    sql.sql(StatedIndicators.layOutSpans(tables, kind)).update();
    if (kind == FactKind.INDICATOR) {
      sql.sql(StatedIndicators.addSpansAsBefore(tables)).update();
    }
  }

  /**
   * What the warehouse says. Years that this delivery's scope states anew do not count, so that a
   * correction does not stand in its own way.
   *
   * @param among joins those that are asked for; all of them where empty
   */
  private List<KnownIndicator> known(String among) {
    return sql.sql(
            """
            SELECT i.indicator_key, n.identity_hash, COALESCE(NULLIF(p.code_system, ''), a.code_system) AS code_system,
                   COALESCE(NULLIF(p.agency_code, ''), a.agency_code) AS agency_code, p.programme_code, n.code,
                   '' AS previous_code, n.level, n.name, u.unit_code AS unit,
                   COALESCE(GROUP_CONCAT(DISTINCT IF(d.scope = :scope AND :scope <> '', NULL,
                                                     CONCAT(n.year_key, '-', COALESCE(n.last_year, n.year_key)))), '') AS years
            FROM dim_indicator_name n
            JOIN dim_indicator i ON i.indicator_id = n.indicator_id
            JOIN dim_feed f ON f.feed_id = i.feed_id AND f.feed = :feed
            JOIN dim_agency a ON a.agency_id = i.agency_id
            JOIN dim_programme p ON p.programme_id = i.programme_id
            JOIN dim_unit_of_measure u ON u.unit_id = n.unit_id
            JOIN delivery d ON d.delivery_id = n.delivery_id
            %s
            GROUP BY i.indicator_key, n.identity_hash
            """
                .formatted(among))
        .param("feed", delivery.feed())
        .param("scope", delivery.scope())
        .query((row, n) -> new KnownIndicator(row.getString("indicator_key"), statement(row, n)))
        .list();
  }

  private void keep(SettledIndicators settled) {
    BulkRows rows = new BulkRows();
    settled.keys().forEach((hash, key) -> rows.add(hash, key));
    bulk.load(tables.identities(), List.of("identity_hash", "indicator_key"), rows);
    settled.proposals().forEach(this::note);
  }

  private void note(SettledIndicators.Proposal proposal) {
    IssueCode code = IssueCode.INDICATOR_MAYBE_RENAMED;
    sql.sql(
            """
            INSERT INTO issue (delivery_id, record_no, code, severity, line, column_name, found, message, accepted)
            SELECT :id, MIN(record_no), :code, :severity, MIN(first_line), '', MIN(indicator_name),
                   CONCAT('The indicator is new and resembles "', :earlier, '" (', :percent, ' %%), which is no longer stated.'),
                   'the previous code, if it is the same indicator'
            FROM %s stated WHERE identity_hash = :hash
            """
                .formatted(StatedIndicators.from(tables, kinds)))
        .param("id", delivery.id())
        .param("code", code.name())
        .param("severity", code.severity().name())
        .param("earlier", proposal.earlier())
        .param("percent", Math.round(100 * proposal.similarity()))
        .param("hash", proposal.hash())
        .update();
  }

  private static IndicatorStatement statement(ResultSet row, int number) throws SQLException {
    String programme =
        String.join(
            "|",
            Label.normal(row.getString("code_system")),
            Label.normal(row.getString("agency_code")),
            Label.normal(row.getString("programme_code")));
    return new IndicatorStatement(
        row.getString("identity_hash"),
        programme,
        Label.normal(row.getString("code")),
        Label.normal(row.getString("previous_code")),
        Label.normal(row.getString("level")),
        Label.normal(row.getString("name")),
        row.getString("unit"),
        years(row.getString("years")));
  }

  private static Set<Integer> years(String listed) {
    if (listed.isEmpty()) {
      return Set.of();
    }
    Set<Integer> years = new HashSet<>();
    for (String span : List.of(listed.split(","))) {
      int dash = span.indexOf('-');
      IntStream.rangeClosed(
              Integer.parseInt(span.substring(0, dash)), Integer.parseInt(span.substring(dash + 1)))
          .forEach(years::add);
    }
    return years;
  }
}
