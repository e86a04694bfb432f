package org.avance.load;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.CoverageGroup;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a feed has published, judged anew:
 *
 * <ul>
 *   <li>tables of its own are made, so that a delivery of the feed that waits to go on keeps its
 *       staging;
 *   <li>the series are laid out and read in order on the connection that owns the feed, one at a
 *       time, and what the rules say of them is staged;
 *   <li>then it is held against the judgements that stand, and only what differs gets a new
 *       version. A judgement keeps the delivery that it was made with, and bears the new rulebook.
 * </ul>
 */
public final class Rejudging implements AutoCloseable {
  private static final String INDICATORS = "indicators_judged_anew";
  private static final String PROGRAMMES = "programmes_judged_anew";
  private static final List<String> RULEBOOK = List.of("rulebook_version");

  private final JdbcClient pooled;
  private final BulkLoad bulk;
  private final JdbcClient sql;
  private final StagingTables tables;
  private final int feedId;
  private final CoverageHistory coverage;
  private final SeriesReader series;

  /**
   * @param pool whose connections may load local streams
   * @param owner the connection that owns the feed
   * @param schema the staging schema
   */
  public Rejudging(DataSource pool, DataSource owner, String schema, String feed, int feedId) {
    this.pooled = JdbcClient.create(pool);
    this.bulk = new BulkLoad(pool);
    this.series = new SeriesReader(owner, this::inOrder);
    this.sql = JdbcClient.create(owner);
    this.tables = new StagingTables(schema, feed).judgedAnew();
    this.feedId = feedId;
    this.coverage = new CoverageHistory(sql, bulk, tables);
  }

  /** What came of judging: of judgements looked at, those that say something else now. */
  public record Done(long looked, long changed, long renewed, long ended) {
    static final Done NOTHING = new Done(0, 0, 0, 0);

    Done plus(Done other) {
      return new Done(
          looked + other.looked,
          changed + other.changed,
          renewed + other.renewed,
          ended + other.ended);
    }

    /** False where all stands as it stood. */
    public boolean isAnything() {
      return changed + renewed + ended > 0;
    }
  }

  /** Makes the tables, outside of any transaction. */
  public void begin() {
    StagingTables.drop(tables.listExisting(pooled), pooled);
    ClosedLists lists = new ClosedLists(pooled);
    for (String statement :
        List.of(
            IndicatorPast.createStatement(tables.indicatorPast()),
            JudgementRows.createStatement(tables.indicatorJudgements()),
            CoverageHistory.createPointsStatement(tables.points()),
            CoverageHistory.createStatement(tables.judgements()))) {
      pooled.sql(lists.madeOut(statement)).update();
    }
    pooled.sql(tables.createKeyed(VersionedTable.INDICATOR_JUDGEMENT)).update();
    pooled.sql(tables.createKeyed(VersionedTable.COVERAGE_JUDGEMENT)).update();
  }

  /** Lays out all that the feed has published. */
  public void layOutAll() {
    layOut(
        "SELECT DISTINCT indicator_id FROM fct_indicator_value WHERE feed_id = :feed",
        "SELECT DISTINCT agency_id, programme_id FROM fct_coverage WHERE feed_id = :feed");
  }

  /**
   * Lays out what is published of some indicators and programmes.
   *
   * @param indicators selects indicator_id
   * @param programmes selects agency_id and programme_id
   */
  void layOut(String indicators, String programmes) {
    some(INDICATORS, "indicator_id INT UNSIGNED NOT NULL PRIMARY KEY", indicators);
    some(
        PROGRAMMES,
        "agency_id INT UNSIGNED NOT NULL, programme_id INT UNSIGNED NOT NULL, PRIMARY KEY (agency_id, programme_id)",
        programmes);
    sql.sql(IndicatorPast.layOutPublished(tables.indicatorPast(), INDICATORS))
        .param("feed", feedId)
        .update();
    coverage.beginPublished(feedId, PROGRAMMES);
  }

  private void some(String table, String columns, String select) {
    sql.sql("CREATE OR REPLACE TEMPORARY TABLE %s (%s)".formatted(table, columns)).update();
    sql.sql("INSERT INTO " + table + " " + select).param("feed", feedId).update();
  }

  /** The next group of coverage series; empty at the end. */
  public Optional<CoverageGroup> nextGroup() {
    return coverage.next();
  }

  /** Stages what the rules say of some groups. */
  public void writeGroups(List<CoverageHistory.Judged> judged) {
    coverage.write(judged);
  }

  /** The next series of indicators; empty at the end. Nothing else is asked meanwhile. */
  public Optional<PlacedSeries> nextSeries() {
    return series.next();
  }

  private String inOrder() {
    return """
        SELECT %s FROM %s
        ORDER BY indicator_key, series_code, reporting_unit_code, geography_code, period_type, year_key, period_number
        """
        .formatted(String.join(", ", SeriesCutter.COLUMNS), tables.indicatorPast());
  }

  /** Stages what the rules say of some series. */
  public void writeSeries(List<IndicatorHistory.Judged> judged) {
    BulkRows rows = new BulkRows();
    judged.forEach(each -> JudgementRows.add(each, rows));
    bulk.load(tables.indicatorJudgements(), JudgementRows.COLUMNS, rows);
  }

  /**
   * Publishes what differs, in a transaction of the caller's on the owning connection; and has the
   * register say by which rulebook all of it stands judged.
   *
   * @param version as the rulebook calls itself
   * @param digest SHA-256 of its files
   */
  public Done reclassify(Ownership ownership, String version, String digest) {
    ownership.awaitPublishing();
    PublishClock clock = new PublishClock(sql);
    try {
      clock.pin();
      Done done = publish(0);
      judgedBy(digest);
      if (done.isAnything()) {
        record(done, version, digest);
      }
      return done;
    } finally {
      clock.release();
    }
  }

  /**
   * A delivery that has not ended was judged by what its register says, and one that was rejected
   * falls due by it: both are left.
   */
  private void judgedBy(String digest) {
    sql.sql(
            """
            UPDATE delivery d SET d.rulebook_digest = :digest
            WHERE d.feed_id = :feed AND d.rulebook_digest <> :digest AND d.status IN ('PUBLISHED', 'SUPERSEDED', 'RETRACTED')
              AND (EXISTS (SELECT 1 FROM fct_indicator_judgement j WHERE j.delivery_id = d.delivery_id)
                OR EXISTS (SELECT 1 FROM fct_coverage_judgement j WHERE j.delivery_id = d.delivery_id))
            """)
        .param("feed", feedId)
        .param("digest", digest)
        .update();
  }

  private void record(Done done, String version, String digest) {
    sql.sql(
            """
            INSERT INTO reclassification (feed_id, rulebook_version, rulebook_digest, reclassified_at, reclassified_by,
                                          judgements, judgements_changed, judgements_renewed)
            VALUES (:feed, :version, :digest, NOW(6), :who, :looked, :changed, :renewed)
            """)
        .param("feed", feedId)
        .param("version", version)
        .param("digest", digest)
        .param("who", Operator.name())
        .param("looked", done.looked())
        .param("changed", done.changed() + done.ended())
        .param("renewed", done.renewed())
        .update();
  }

  /**
   * Publishes what differs, in the owner's running transaction and at its instant.
   *
   * @param without a delivery that no judgement is to bear any more; 0 for none
   */
  Done publish(long without) {
    Done indicators = indicators(without);
    Done groups = groups(without);
    Done all = indicators.plus(groups);
    if (indicators.isAnything() || without != 0) {
      new ProgrammePerformance(sql, feedId).recount(without);
    }
    return all;
  }

  private Done indicators(long without) {
    VersionedTable judged = VersionedTable.INDICATOR_JUDGEMENT;
    sql.sql(IndicatorKeys.pastJudgements(tables).insertChanged(tables.keyed(judged)))
        .param("feed", feedId)
        .param("delivery", without)
        .update();
    long looked = count(tables.indicatorJudgements());
    return settle(judged, VersionedTable.INDICATOR, looked, without);
  }

  private Done groups(long without) {
    VersionedTable judged = VersionedTable.COVERAGE_JUDGEMENT;
    sql.sql(CoverageJudgements.layOut(tables))
        .param("feed", feedId)
        .param("delivery", without)
        .update();
    long looked = count(tables.keyed(judged));
    sql.sql(
            "DELETE k FROM %s k JOIN %s f FORCE INDEX (PRIMARY) ON %s WHERE %s"
                .formatted(
                    tables.keyed(judged), judged.name(), judged.sameKey(), judged.sameValues()))
        .update();
    return settle(judged, VersionedTable.COVERAGE, looked, without);
  }

  private long count(String table) {
    return sql.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }

  /** Of rows that are laid out because they differ. */
  private Done settle(VersionedTable judged, VersionedTable facts, long looked, long without) {
    String keyed = tables.keyed(judged);
    sql.sql(
            """
            UPDATE %s k
            STRAIGHT_JOIN %s v FORCE INDEX (PRIMARY) ON %s
            LEFT JOIN %s f FORCE INDEX (PRIMARY) ON %s
            SET k.delivery_id = COALESCE(NULLIF(f.delivery_id, :without), v.delivery_id)
            """
                .formatted(
                    keyed, facts.name(), facts.sameKeyAs("v"), judged.name(), judged.sameKey()))
        .param("without", without)
        .update();
    Merge.Effect effect = new Merge(sql, judged.without(RULEBOOK), keyed).count(Merge.Rank.LAST);
    new Merge(sql, judged, keyed).merge(Merge.Rank.LAST);
    long ended = end(judged, facts);
    leave(judged, facts, without);
    return new Done(looked, effect.added() + effect.changed(), effect.unchanged(), ended);
  }

  /** Ends judgements whose fact is gone. */
  private long end(VersionedTable judged, VersionedTable facts) {
    return sql.sql(
            "DELETE k FROM %s k LEFT JOIN %s v FORCE INDEX (PRIMARY) ON %s WHERE k.feed_id = :feed AND v.feed_id IS NULL"
                .formatted(judged.name(), facts.name(), facts.sameKeyAs("v")))
        .param("feed", feedId)
        .update();
  }

  /** Judgements that say what they said bear the delivery of their fact from now on. */
  private void leave(VersionedTable judged, VersionedTable facts, long without) {
    if (without != 0) {
      sql.sql(
              "UPDATE %s k STRAIGHT_JOIN %s v FORCE INDEX (PRIMARY) ON %s SET k.delivery_id = v.delivery_id WHERE k.delivery_id = :without"
                  .formatted(judged.name(), facts.name(), facts.sameKeyAs("v")))
          .param("without", without)
          .update();
    }
  }

  @Override
  public void close() {
    series.close();
    StagingTables.drop(tables.listExisting(pooled), pooled);
  }
}
