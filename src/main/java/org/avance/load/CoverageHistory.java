package org.avance.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.CoverageGroup;
import org.avance.model.CoverageJudgement;
import org.avance.model.CoveragePoint;
import org.avance.model.Delivery;
import org.avance.model.RuleStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The coverage series that a delivery touches, as they will stand once it is published: its own
 * facts, and of the programmes it touches the facts of other scopes. They are laid out in order in
 * a table of the delivery's own, read group by group, and what the rules say of them is staged
 * beside.
 */
public final class CoverageHistory {
  private static final int PAGE = 20_000;

  private static final List<String> COLUMNS =
      List.of(
          "code_system",
          "agency_code",
          "programme_code",
          "component_code",
          "unit_code",
          "ordinal",
          "year_key",
          "population",
          "sex",
          "geography_code",
          "segment",
          "is_break",
          "is_jump",
          "is_scale_slip",
          "change_percent",
          "served_over_target",
          "served_over_potential",
          "target_over_potential",
          "rulebook_version",
          "rule_status");

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final String feed;
  private final String endingScope;
  private final Deque<CoverageGroup> ready = new ArrayDeque<>();
  private final GroupCutter cutter = new GroupCutter();
  private long lastPoint;
  private boolean exhausted;

  public CoverageHistory(DataSource dataSource, String schema, Delivery delivery) {
    this.sql = ParsedOnce.on(dataSource);
    this.bulk = new BulkLoad(dataSource);
    this.tables = new StagingTables(schema, delivery.feed());
    this.feed = delivery.feed();
    this.endingScope = delivery.endingScope();
  }

  /**
   * What a feed has published, judged anew.
   *
   * @param sql where it is laid out and read
   * @param bulk where what the rules say of it is staged
   */
  CoverageHistory(JdbcClient sql, BulkLoad bulk, StagingTables tables) {
    this.sql = sql;
    this.bulk = bulk;
    this.tables = tables;
    this.feed = "";
    this.endingScope = "";
  }

  /** A group with what the rules say of its points, under which rulebook. */
  public record Judged(
      List<CoverageJudgement> judgements,
      CoverageGroup group,
      String rulebookVersion,
      RuleStatus status) {
    public Judged {
      judgements = List.copyOf(judgements);
    }
  }

  static String createPointsStatement(String table) {
    return """
        CREATE TABLE %s (
          point_no BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
          code_system VARCHAR(40) NOT NULL, agency_code VARCHAR(40) NOT NULL, programme_code VARCHAR(40) NOT NULL,
          component_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, ordinal SMALLINT UNSIGNED NOT NULL, sex VARCHAR(40) NOT NULL,
          geography_code VARCHAR(12) NOT NULL, population VARCHAR(40) NOT NULL, year_key SMALLINT UNSIGNED NOT NULL,
          unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, figure DECIMAL(30,10) NULL, is_ambiguous TINYINT UNSIGNED NOT NULL
        )
        """
        .formatted(table);
  }

  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          code_system VARCHAR(40) NOT NULL, agency_code VARCHAR(40) NOT NULL, programme_code VARCHAR(40) NOT NULL,
          component_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, unit_code VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, ordinal SMALLINT UNSIGNED NOT NULL,
          year_key SMALLINT UNSIGNED NOT NULL, population VARCHAR(40) NOT NULL, sex VARCHAR(40) NOT NULL,
          geography_code VARCHAR(12) NOT NULL, segment SMALLINT UNSIGNED NOT NULL, is_break TINYINT UNSIGNED NOT NULL,
          is_jump TINYINT UNSIGNED NOT NULL, is_scale_slip TINYINT UNSIGNED NOT NULL, change_percent DECIMAL(30,4) NULL,
          served_over_target TINYINT UNSIGNED NOT NULL, served_over_potential TINYINT UNSIGNED NOT NULL,
          target_over_potential TINYINT UNSIGNED NOT NULL, rulebook_version VARCHAR(60) NOT NULL,
          rule_status VARCHAR(12) NOT NULL
        )
        """
        .formatted(table);
  }

  /**
   * Lays the series out afresh and forgets what was judged before; in one transaction of the
   * caller's.
   */
  public void begin() {
    sql.sql("DELETE FROM " + tables.judgements()).update();
    sql.sql("DELETE FROM " + tables.points()).update();
    sql.sql(layOut()).param("feed", feed).param("scope", endingScope).update();
  }

  /**
   * Lays out, into empty tables, the published series of some programmes.
   *
   * @param programmes table of their keys: agency_id, programme_id
   */
  void beginPublished(int feedId, String programmes) {
    sql.sql(PUBLISHED_ALONE.formatted(tables.points(), programmes)).param("feed", feedId).update();
  }

  private static final String PUBLISHED_ALONE =
      """
      INSERT INTO %s
        (code_system, agency_code, programme_code, component_code, ordinal, sex, geography_code, population, year_key,
         unit_code, figure, is_ambiguous)
      SELECT COALESCE(NULLIF(p.code_system, ''), a.code_system) AS code_system,
             COALESCE(NULLIF(p.agency_code, ''), a.agency_code) AS agency_code, p.programme_code, c.component_code,
             c.ordinal, x.code AS sex, g.geography_code, k.code AS population, f.year_key, u.unit_code, f.figure, f.is_ambiguous
      FROM %s touched
      STRAIGHT_JOIN fct_coverage f FORCE INDEX (PRIMARY)
        ON f.feed_id = :feed AND f.agency_id = touched.agency_id AND f.programme_id = touched.programme_id
      STRAIGHT_JOIN dim_agency a ON a.agency_id = f.agency_id
      STRAIGHT_JOIN dim_programme p ON p.programme_id = f.programme_id
      STRAIGHT_JOIN dim_component c ON c.component_id = f.component_id
      STRAIGHT_JOIN dim_unit_of_measure u ON u.unit_id = f.unit_id
      STRAIGHT_JOIN dim_population_kind k ON k.population_key = f.population_key
      STRAIGHT_JOIN dim_sex x ON x.sex_key = f.sex_key
      STRAIGHT_JOIN dim_geography g ON g.geography_id = f.geography_id
      ORDER BY code_system, agency_code, programme_code, component_code, ordinal, sex, geography_code, population, year_key
      """;

  /** Current facts of the feed by natural key, each with the scope it was stated in. */
  private static final String PUBLISHED =
      """
          SELECT COALESCE(NULLIF(p.code_system, ''), a.code_system) AS code_system,
                 COALESCE(NULLIF(p.agency_code, ''), a.agency_code) AS agency_code, p.programme_code, c.component_code,
                 c.ordinal, x.code AS sex, g.geography_code, k.code AS population, f.year_key, u.unit_code, f.figure,
                 f.is_ambiguous, d.scope
          FROM fct_coverage f
          JOIN dim_feed feed ON feed.feed_id = f.feed_id AND feed.feed = :feed
          JOIN delivery d ON d.delivery_id = f.delivery_id
          JOIN dim_agency a ON a.agency_id = f.agency_id
          JOIN dim_programme p ON p.programme_id = f.programme_id
          JOIN dim_component c ON c.component_id = f.component_id
          JOIN dim_unit_of_measure u ON u.unit_id = f.unit_id
          JOIN dim_population_kind k ON k.population_key = f.population_key
          JOIN dim_sex x ON x.sex_key = f.sex_key
          JOIN dim_geography g ON g.geography_id = f.geography_id
      """;

  private String layOut() {
    return """
        INSERT INTO %1$s
          (code_system, agency_code, programme_code, component_code, ordinal, sex, geography_code, population, year_key,
           unit_code, figure, is_ambiguous)
        WITH stated AS (
          SELECT code_system, agency_code, programme_code, component_code,
                 IF(is_whole = 1 AND is_ambiguous = 0, 0, ordinal) AS ordinal,
                 sex, geography_code, population, year_key, unit_code, SUM(figure) AS figure, MAX(is_ambiguous) AS is_ambiguous
          FROM %2$s s WHERE is_merged = 0
          GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
        ), published AS (
        %3$s), touched AS (
          SELECT DISTINCT code_system, agency_code, programme_code FROM stated
          UNION
          SELECT DISTINCT code_system, agency_code, programme_code FROM published WHERE scope = :scope AND :scope <> ''
        )
        SELECT * FROM (
          SELECT * FROM stated
          UNION ALL
          SELECT h.code_system, h.agency_code, h.programme_code, h.component_code, h.ordinal, h.sex, h.geography_code,
                 h.population, h.year_key, h.unit_code, h.figure, h.is_ambiguous
          FROM published h
          JOIN touched USING (code_system, agency_code, programme_code)
          LEFT JOIN stated s USING (code_system, agency_code, programme_code, component_code, ordinal, sex, geography_code,
                                    population, year_key, unit_code)
          WHERE NOT (h.scope = :scope AND :scope <> '') AND s.year_key IS NULL
        ) point
        ORDER BY code_system, agency_code, programme_code, component_code, ordinal, sex, geography_code, population, year_key
        """
        .formatted(tables.points(), tables.stated(org.avance.model.FactKind.COVERAGE), PUBLISHED);
  }

  /** The next group; empty at the end. */
  public Optional<CoverageGroup> next() {
    while (ready.isEmpty() && !exhausted) {
      readPage();
    }
    return Optional.ofNullable(ready.poll());
  }

  private void readPage() {
    List<GroupCutter.Row> page =
        sql.sql(
                "SELECT * FROM %s WHERE point_no > :last ORDER BY point_no LIMIT :page"
                    .formatted(tables.points()))
            .param("last", lastPoint)
            .param("page", PAGE)
            .query(GroupCutter::row)
            .list();
    for (GroupCutter.Row row : page) {
      cutter.add(row).ifPresent(ready::add);
      lastPoint = row.number();
    }
    if (page.size() < PAGE) {
      cutter.last().ifPresent(ready::add);
      exhausted = true;
    }
  }

  /** Stages what the rules say of some groups, in the running transaction. */
  public void write(List<? extends Judged> judged) {
    BulkRows rows = new BulkRows();
    for (Judged one : judged) {
      one.judgements().forEach(judgement -> add(one, judgement, rows));
    }
    bulk.load(tables.judgements(), COLUMNS, rows);
  }

  private static void add(Judged judged, CoverageJudgement judgement, BulkRows rows) {
    CoverageGroup group = judged.group();
    CoveragePoint point = judgement.point();
    List<Object> cells = new ArrayList<>();
    cells.addAll(
        List.of(
            group.codeSystem(), group.agencyCode(), group.programmeCode(), group.componentCode()));
    cells.addAll(
        List.of(point.unitCode(), group.ordinal(), point.year(), point.population(), group.sex()));
    cells.addAll(List.of(group.geographyCode(), judgement.segment(), flag(judgement.isBreak())));
    cells.addAll(List.of(flag(judgement.isJump()), flag(judgement.isScaleSlip())));
    cells.add(judgement.change().<Object>map(percent -> percent).orElse(BulkRows.NULL));
    cells.addAll(
        List.of(flag(judgement.servedOverTarget()), flag(judgement.servedOverPotential())));
    cells.addAll(
        List.of(flag(judgement.targetOverPotential()), judged.rulebookVersion(), judged.status()));
    rows.add(cells.toArray());
  }

  private static int flag(boolean set) {
    return set ? 1 : 0;
  }
}
